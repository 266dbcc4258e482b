import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { services } from '../../src/catalogue/index.ts';
import { type Orders, ordersAt } from '../../src/core/messages/orders.ts';
import { positionOf } from '../../src/core/reading/reading.ts';
import { servicePageAt } from '../../src/core/recipe/address.ts';
import { entriesOf } from '../../src/core/recipe/setting-key.ts';
import {
  type Caption,
  type CaptionReading,
  captionReadingOf,
  type Fixture,
  readFixture,
} from '../fixtures/caption.ts';
import type { Opposites, Readings, Seen } from './fixtures-entry.ts';
import { openPageLab, type PageLab, type Tab } from './page-lab.ts';

const folder = fileURLToPath(new URL('../fixtures/', import.meta.url));
const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => {
    const text = readFileSync(folder + name, 'utf8');
    return { file: name.replaceAll('\\', '/'), text, ...readFixture(text) };
  });

const settings = entriesOf(services);
const opposites: Opposites = Object.fromEntries(
  services
    .flatMap(({ stateWords }) => Object.values(stateWords))
    .flatMap(({ on, off }) => [
      ...on.map((word) => [word, off[0] ?? '']),
      ...off.map((word) => [word, on[0] ?? '']),
    ]),
);

type Code = typeof import('./fixtures-entry.ts');

let lab: PageLab<Code>;
let tab: Tab<Code>;

beforeAll(async () => {
  lab = await openPageLab<Code>(inject('browser'), 'fixtures-entry.ts');
  tab = await lab.tab();
});
afterAll(() => lab?.close());

const seen = new Map<string, Seen>();

async function look({ caption, html }: Fixture): Promise<Seen> {
  // Only a page that is loaded has the shadow roots that are written into it.
  await (html.includes('shadowrootmode') ? tab.visit(html) : tab.write(html));
  return tab.run(
    (lab, key, orders, opposites) => lab.lookThrice(key, orders, opposites),
    caption.setting,
    ordersOver(caption),
    opposites,
  );
}

/** What is asked at the page's own address, and at those of all settings that do not stand there. */
function ordersOver({ address }: Caption): Orders[] {
  const own = ordersFor(address);
  const others = settings
    .filter(({ key }) => !own.controls.some((order) => order.key === key))
    .map(({ setting }) => setting.open);
  return [own, ...[...new Set(others)].map(ordersFor)];
}

function ordersFor(address: string): Orders {
  const { origin, pathname } = new URL(address);
  return ordersAt(services, origin, pathname);
}

/** The settings whose switches stand on the page of this one, itself among them. */
function sharers({ setting: own }: Caption): string[] {
  const open = settings.find(({ key }) => key === own)?.setting.open;
  return settings.filter(({ setting }) => setting.open === open).map(({ key }) => key);
}

function otherThan(own: string, readings: Readings): Readings {
  return Object.fromEntries(Object.entries(readings).filter(([key]) => key !== own));
}

const otherWay: Partial<Record<CaptionReading, CaptionReading>> = {
  on: 'off',
  off: 'on',
  'locked on': 'locked off',
  'locked off': 'locked on',
};

// Written out, because vitest cuts a long field short.
describe.each(fixtures.map((one) => [one.file, one] as const))('%s', (file, fixture) => {
  const { text, caption, html } = fixture;
  const { setting: own, reading, address } = caption;
  let captured: Readings;
  let flipped: Readings;
  let removed: Readings;

  beforeAll(async () => {
    const all = await look(fixture);
    seen.set(file, all);
    ({ captured, flipped, removed } = all);
  });

  function read(readings: Readings) {
    const { [own]: found } = readings;
    if (!found) throw new Error(`${own} is not looked for`);
    const strategy = positionOf(found) && 'strategy' in found ? found.strategy : undefined;
    return { reading: captionReadingOf(found), strategy };
  }
  const strategy = reading in otherWay ? 'known-id' : undefined;

  test('reads as captured', () => {
    expect(read(captured)).toEqual({ reading, strategy });
  });

  test('reads the other way when it is flipped', () => {
    expect(read(flipped)).toEqual({ reading: otherWay[reading] ?? reading, strategy });
  });

  test('is unknown without its control', () => {
    expect(removed[own]?.state).toBe('unknown');
  });

  test('has an address of its setting, and of no other page’s', () => {
    const { origin, pathname } = new URL(address);
    const page = servicePageAt(services, origin, pathname);
    const keys = page.kind === 'setting' ? page.entries.map(({ key }) => key) : [];
    expect(keys).toEqual(sharers(caption));
    expect(file.split('/').slice(0, -1).join('/')).toBe(own);
  });

  test('lends its control to no other setting', () => {
    // One whose own switch stands here too is read from that one.
    const present = settings.filter(({ setting }) =>
      html.includes(`"${setting.probe.hook.value}"`),
    );
    const readable = Object.keys(captured).filter((key) => captured[key]?.state !== 'unknown');
    expect(readable.sort()).toEqual(present.map(({ key }) => key).sort());
    expect(Object.keys(captured).sort()).toEqual(settings.map(({ key }) => key).sort());

    expect(otherThan(own, flipped)).toEqual(otherThan(own, captured));
    expect(otherThan(own, removed)).toEqual(otherThan(own, captured));
  });

  test('tells nothing of a person', () => {
    expect(personalIn(text)).toEqual([]);
  });
});

/** What may lead to a person, or hide what does. */
const personal = [
  /[\w.+-]+@[\w-]+/g,
  /\/in\//g,
  /\burn:/gi,
  /\d{5,}/g,
  /(?:\b[a-z][a-z\d+.-]*:)?\/\/(?!www\.linkedin\.com\/)[^\s"'<>]*/gi,
  /\bhttp:|\b(?:mailto|tel|data):/gi,
  /&#|%[\da-f]{2}/gi,
  /<(?:img|picture|video|script|code|iframe[^>]* src)\b/gi,
];

function personalIn(text: string): string[] {
  return personal.flatMap((one) => text.match(one) ?? []);
}

test.each([
  'jane.doe@example.com',
  '<a href="/in/jane-doe/">',
  'urn:li:member:12',
  'data-id="12345"',
  'https://example.com/',
  '//media.licdn.com/a',
  'https://www.linkedin.com.example.com/',
  'http://www.linkedin.com/feed/',
  'mailto:jane',
  'jane&#64;example',
  'jane%40example',
  '<img alt="Jane">',
  '<code>{"name":"Jane"}</code>',
])('%s would tell something of a person', (text) => {
  expect(personalIn(`<p>${text}</p>`)).not.toEqual([]);
});

test('every setting has a fixture', () => {
  const captioned = new Set<string>(fixtures.map(({ caption }) => caption.setting));
  expect(settings.map(({ key }) => key).filter((key) => !captioned.has(key))).toEqual([]);
});

test('every fixture was looked at', () => {
  expect([...seen.keys()]).toEqual(fixtures.map(({ file }) => file));
  expect(seen.size).toBeGreaterThan(settings.length);
});
