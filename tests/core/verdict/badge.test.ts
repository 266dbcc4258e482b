import { describe, expect, test } from 'vitest';
import { services } from '../../../src/catalogue/index.ts';
import { type Entry, entriesOf } from '../../../src/core/recipe/setting-key.ts';
import { badgeOf } from '../../../src/core/verdict/badge.ts';
import { type SettingStatus, statusOf } from '../../../src/core/verdict/status.ts';
import { type Verdict, verdicts } from '../../../src/core/verdict/verdict.ts';

const [entry] = entriesOf(services) as [Entry, ...Entry[]];
const bare = statusOf(entry, { jurisdiction: undefined, finding: null, errand: null }, 0);

function status(verdict: Verdict, stale = false): SettingStatus {
  return { ...bare, judgement: { verdict, contradiction: false, stale } };
}

const marks = [
  ['sharing', '!', 'alarm'],
  ['presumed-sharing', '!', 'warning'],
  ['unknown', '?', 'question'],
  ['unchecked', '?', 'question'],
  ['exempt-unchecked', '?', 'question'],
  ['exempt', '', 'calm'],
  ['protected', '✓', 'calm'],
] as const;

/** What may look calm: only what was read and reassures. */
const reassuring: readonly Verdict[] = ['exempt', 'protected'];

describe('one setting', () => {
  test.each(marks)('%s is marked "%s", in the tone of %s', (verdict, text, tone) => {
    expect(badgeOf([status(verdict)], [])).toEqual({ text, tone, verdict });
  });

  test('every verdict has its mark', () => {
    expect(marks.map(([verdict]) => verdict)).toEqual([...verdicts]);
  });

  test('a mark is told apart without its colour, but for how sure an alarm is', () => {
    const texts = [...new Set(marks.map(([, text]) => text))];
    const tones = texts.map((text) => [
      text,
      [...new Set(marks.filter(([, mark]) => mark === text).map(([, , tone]) => tone))],
    ]);
    expect(tones).toEqual([
      ['!', ['alarm', 'warning']],
      ['?', ['question']],
      ['', ['calm']],
      ['✓', ['calm']],
    ]);
  });

  test('a protection that has grown old is a question', () => {
    expect(badgeOf([status('protected', true)], [])).toEqual({
      text: '?',
      tone: 'question',
      verdict: 'protected',
    });
  });
});

test('no setting at all is a question', () => {
  expect(badgeOf([], [])).toEqual({ text: '?', tone: 'question', verdict: 'unchecked' });
});

describe('several settings', () => {
  const pairs = verdicts.flatMap((one) => verdicts.map((other) => [one, other] as const));
  const triples = pairs.flatMap((pair) => verdicts.map((third) => [...pair, third] as const));

  test('the most alarming speaks, whatever the order', () => {
    const wrong = [...pairs, ...triples].filter((all) => {
      const worst = Math.min(...all.map((verdict) => verdicts.indexOf(verdict)));
      return (
        badgeOf(
          all.map((verdict) => status(verdict)),
          [],
        ).verdict !== verdicts[worst]
      );
    });
    expect(wrong).toEqual([]);
    expect(pairs.length + triples.length).toBe(7 * 7 + 7 * 7 * 7);
  });

  test('it is calm only when every one of them reassures', () => {
    const wrong = [...pairs, ...triples].filter((all) => {
      const calm =
        badgeOf(
          all.map((verdict) => status(verdict)),
          [],
        ).tone === 'calm';
      return calm !== all.every((verdict) => reassuring.includes(verdict));
    });
    expect(wrong).toEqual([]);
  });

  test('it is never calm beside a switch that no recipe names; what alarms goes on alarming', () => {
    const unlisted = [{ address: 'https://www.linkedin.com/', ids: ['allowMore'] }];
    const tones = verdicts.map((verdict) => badgeOf([status(verdict)], unlisted).tone);
    expect(tones).toEqual([
      'alarm',
      'warning',
      'question',
      'question',
      'question',
      'question',
      'question',
    ]);
    expect(badgeOf([status('protected')], []).tone).toBe('calm');
  });

  test('it is never calm beside a protection that has grown old', () => {
    const calm = verdicts.filter(
      (verdict) => badgeOf([status(verdict), status('protected', true)], []).tone === 'calm',
    );
    expect(calm).toEqual([]);
  });
});
