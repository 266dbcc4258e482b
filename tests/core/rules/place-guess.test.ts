import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codes } from '../../../src/catalogue/jurisdictions.ts';
import { guessPlace } from '../../../src/core/rules/place-guess.ts';

interface Zoned {
  readonly region?: string;
  getTimeZones?: () => string[] | undefined;
  readonly timeZones?: string[];
}

const prototype = Intl.Locale.prototype as Zoned;
const native = prototype.getTimeZones;

/** The name that this engine gives a zone of several names, as browsers do for the computer's own. */
function asTold(timeZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
}

describe('where time zones of countries are known', () => {
  // Node 20 has them under the name that the proposal gave up. Kept, as each look-up is slow.
  const known = new Map<string | undefined, string[] | undefined>();
  beforeAll(() => {
    prototype.getTimeZones = function (this: Zoned) {
      if (!known.has(this.region)) known.set(this.region, native?.call(this) ?? this.timeZones);
      return known.get(this.region);
    };
  });
  afterAll(() => {
    if (native) prototype.getTimeZones = native;
    else delete prototype.getTimeZones;
  });

  test.each([
    ['Europe/Berlin', 'DE'],
    ['Asia/Kolkata', 'IN'],
    ['Asia/Calcutta', 'IN'],
    ['America/New_York', 'US'],
    ['America/Los_Angeles', 'US'],
    ['America/Toronto', 'CA'],
    ['Asia/Hong_Kong', 'HK'],
    ['Asia/Shanghai', 'CN'],
    ['Asia/Taipei', 'TW'],
    ['Europe/London', 'GB'],
    ['Europe/Zurich', 'CH'],
  ])('%s, by the name that this engine gives it, is %s', (timeZone, code) => {
    expect(guessPlace(asTold(timeZone), codes)).toBe(code);
  });

  test.each([
    '',
    'UTC',
    'Etc/UTC',
    'Etc/GMT+5',
    'Mars/Olympus',
    'europe/berlin',
    'Europe',
    '+01:00',
  ])('"%s" is no place', (timeZone) => {
    expect(guessPlace(timeZone, codes)).toBeUndefined();
  });

  test('every zone of every country is that country, or none where several share it', () => {
    const countries = new Map<string, string[]>();
    for (const code of codes) {
      const locale: Intl.Locale & Zoned = new Intl.Locale('und', { region: code });
      for (const zone of locale.getTimeZones?.() ?? []) {
        countries.set(zone, [...(countries.get(zone) ?? []), code]);
      }
    }
    const zones = [...countries];
    const wrong = zones.filter(
      ([zone, sharing]) =>
        guessPlace(zone, codes) !== (sharing.length > 1 ? undefined : sharing[0]),
    );
    const shared = zones.filter(([, sharing]) => sharing.length > 1);
    expect(wrong).toEqual([]);
    expect(zones.length).toBeGreaterThan(400);
    // As of today's data each zone is of one country; the next test makes one that is not.
    expect(shared).toEqual([]);
  }, 30_000);

  test('a zone that two countries share is none', () => {
    const shared = ['Europe/Berlin'];
    const before = prototype.getTimeZones;
    prototype.getTimeZones = () => shared;
    try {
      expect(guessPlace('Europe/Berlin', ['DE', 'DK'])).toBeUndefined();
      expect(guessPlace('Europe/Berlin', ['DE'])).toBe('DE');
    } finally {
      prototype.getTimeZones = before as () => string[];
    }
  });

  test('of no countries there is none', () => {
    expect(guessPlace('Europe/Berlin', [])).toBeUndefined();
  });
});

test('where time zones of countries are not known there is none', () => {
  const before = prototype.getTimeZones;
  delete prototype.getTimeZones;
  try {
    expect(guessPlace('Europe/Berlin', codes)).toBeUndefined();
  } finally {
    if (before) prototype.getTimeZones = before;
  }
});
