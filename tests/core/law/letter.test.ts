import { describe, expect, test } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { services } from '../../../src/catalogue/index.ts';
import { groups } from '../../../src/catalogue/jurisdiction-groups.ts';
import { codes } from '../../../src/catalogue/jurisdictions.ts';
import { laws } from '../../../src/catalogue/laws/index.ts';
import { controllerIn } from '../../../src/core/law/controller.ts';
import { lawOn } from '../../../src/core/law/laws.ts';
import { letterKindOf, letterOf } from '../../../src/core/law/letter.ts';
import type { LetterKind } from '../../../src/core/law/letter-kinds.ts';
import type { Finding } from '../../../src/core/reading/finding.ts';
import type { Reading } from '../../../src/core/reading/reading.ts';
import type { Service } from '../../../src/core/recipe/recipe.ts';
import { toJurisdiction } from '../../../src/core/rules/jurisdiction.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';

const NOW = Date.parse('2026-11-26T10:00:00Z');
const READ_AT = NOW - 3_600_000;
const [linkedin] = services as [Service];
const ON: Reading = { state: 'on', strategy: 'known-id' };
const OFF: Reading = { state: 'off', strategy: 'known-id' };

function found(reading: Reading, fresh = true, readAt = READ_AT): Finding {
  return { reading, fresh, readAt };
}

function letter(
  code: string,
  {
    finding = null,
    lives = false,
    verdict = 'unchecked',
    day = '2026-11-26',
  }: {
    finding?: Finding | null;
    verdict?: Verdict;
    lives?: boolean;
    day?: string;
  } = {},
) {
  const here = toJurisdiction(code, groups);
  const law = lawOn(laws, here, day);
  const controller = controllerIn(linkedin, here);
  if (!controller) throw new Error(`nobody answers in ${code}`);
  const kind = letterKindOf(law, lives);
  const about = {
    kind,
    law,
    controller,
    serviceName: 'LinkedIn',
    title: 'The switch',
    finding,
    verdict,
  };
  return { kind, paragraphs: letterOf(about, NOW) };
}

const keysOf = (...args: Parameters<typeof letter>) =>
  letter(...args).paragraphs.flatMap((lines) =>
    lines.flatMap((line) => ('say' in line ? [line.say] : [])),
  );

describe('on what it rests', () => {
  test.each<[string, boolean, string, LetterKind]>([
    ['DE', false, '2026-11-26', 'gdpr'],
    ['NO', false, '2026-11-26', 'gdpr'],
    ['GB', false, '2026-11-26', 'uk-gdpr'],
    ['CH', false, '2026-11-26', 'fadp'],
    ['CA', false, '2026-11-26', 'pipeda'],
    ['HK', false, '2026-11-26', 'pdpo'],
    ['CN', false, '2026-11-26', 'pipl'],
    ['US', false, '2026-11-26', 'request'],
    ['US', true, '2026-11-26', 'ccpa'],
    ['BR', false, '2026-11-26', 'lgpd'],
    ['IN', false, '2026-11-26', 'request'],
    ['IN', false, '2027-05-14', 'dpdpa'],
    ['TV', true, '2026-11-26', 'request'],
  ])('%s, there: %s, on %s: %s', (code, lives, day, kind) => {
    const made = letter(code, { lives, day });
    expect(made.kind).toBe(kind);
    const keys = keysOf(code, { lives, day });
    expect(keys.filter((key) => key.startsWith('letter_request_'))).toEqual([
      `letter_request_${kind.replace('-', '_')}`,
    ]);
    // What rests on no law names none.
    expect(keys.includes('letter_basis')).toBe(kind !== 'request');
    expect(keys.includes('letter_reasons')).toBe(kind.endsWith('gdpr'));
  });

  test.each<[string, boolean, unknown[]]>([
    [
      'DE',
      false,
      ['General Data Protection Regulation (EU) 2016/679 (GDPR)', 'Art. 21(1)', 'Art. 12(3)'],
    ],
    ['CH', false, ['Federal Act on Data Protection (DSG, LPD)', 'Art. 30(2)(b), 30(3)']],
    ['IN', false, []],
    ['US', false, []],
  ])('%s: which provisions it names', (code, lives, named) => {
    const values = letter(code, { lives })
      .paragraphs.flat()
      .flatMap((line) =>
        'say' in line && /^letter_(basis|deadline)/.test(line.say) ? line.values : [],
      );
    expect(values).toEqual(named);
  });
});

describe('to whom it goes', () => {
  test.each<[string, string, string[]]>([
    ['DE', 'LinkedIn Ireland Unlimited Company', ['legitimate-interests']],
    ['LI', 'LinkedIn Ireland Unlimited Company', ['legitimate-interests']],
    ['CH', 'LinkedIn Ireland Unlimited Company', ['legitimate-interests']],
    ['GB', 'LinkedIn Corporation', ['legitimate-interests']],
    ['CA', 'LinkedIn Corporation', ['may-object']],
    ['TV', 'LinkedIn Corporation', ['may-object']],
  ])('%s: %s', (code, name, says) => {
    const controller = controllerIn(linkedin, toJurisdiction(code, groups));
    expect([controller?.lines[0], controller?.says]).toEqual([name, says]);
    expect(letter(code).paragraphs[1]).toEqual(controller?.lines.map((line) => ({ as: line })));
  });

  test('to nobody where nobody sourced who answers', () => {
    expect(controllerIn({}, toJurisdiction('DE', groups))).toBe(undefined);
    const named = { controllers: (linkedin.controllers ?? []).slice(0, 1) };
    expect(controllerIn(named, toJurisdiction('TV', groups))).toBe(undefined);
  });
});

describe('it claims nothing that was not read', () => {
  const at = { dayOf: READ_AT };
  test.each<[string, Finding | null, [string, object] | undefined]>([
    ['never read', null, undefined],
    ['on', found(ON), ['letter_state_on', at]],
    ['off', found(OFF), ['letter_state_off', at]],
    ['locked on', found({ state: 'locked', position: 'on' } as Reading), ['letter_state_on', at]],
    ['on, but moved since the page was loaded', found(ON, false), undefined],
    ['off, but moved since the page was loaded', found(OFF, false), undefined],
    ['absent', found({ state: 'absent' } as Reading), undefined],
    ['unknown', found({ state: 'unknown', reason: 'signed-out' }), undefined],
    [
      'unknown now, however it once stood',
      {
        ...found({ state: 'unknown', reason: 'timeout' }),
        lastReadable: { position: 'on', readAt: READ_AT },
      },
      undefined,
    ],
    ['on, by a clock that was ahead', found(ON, true, NOW + 1), undefined],
  ])('%s', (_, finding, said) => {
    const lines = letter('DE', { finding }).paragraphs.flat();
    const states = lines.flatMap((line) =>
      'say' in line && line.say.startsWith('letter_state') ? [line] : [],
    );
    expect(states).toEqual(said ? [{ say: said[0], values: [said[1], 'The switch'] }] : []);
  });

  test('whoever is opted out is told to ask for more than the setting reaches', () => {
    const asksBeyond = (verdict: Verdict, finding: Finding | null = found(OFF)) =>
      keysOf('DE', { finding, verdict }).includes('letter_beyond');
    expect(asksBeyond('protected')).toBe(true);
    expect(asksBeyond('sharing')).toBe(false);
    expect(asksBeyond('protected', null)).toBe(false);
  });

  test('of no place does any other sentence speak of the switch as it stands', () => {
    const of = (code: string, lives: boolean) => keysOf(code, { lives });
    const keys = new Set(codes.flatMap((code) => [...of(code, false), ...of(code, true)]));
    expect(keys.size).toBeGreaterThan(20);
    const speaking = [...keys].filter((key) => /switch|setting/.test(messages[key].message));
    expect(speaking).toEqual([]);
  });
});

test('every placeholder of a sentence has its value, and none is left over', () => {
  const wrong = codes.flatMap((code) =>
    [false, true].flatMap((lives) =>
      letter(code, { lives, finding: found(ON) })
        .paragraphs.flat()
        .filter((line) => {
          if (!('say' in line)) return false;
          const places = new Set(messages[line.say].message.match(/\$\d/g));
          return places.size !== line.values.length || line.values.includes('');
        }),
    ),
  );
  expect(wrong).toEqual([]);
});

test('name, address and profile are left to the person', () => {
  for (const code of ['DE', 'US', 'TV']) {
    const [sender] = letter(code).paragraphs;
    const said = sender?.map((line) => ('say' in line ? messages[line.say].message : ''));
    expect(said).toEqual(['[your name]', '[your address]', '[the address of your $1 profile]']);
  }
});
