import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { Errand, outcomeCodes } from '../../src/core/errand.ts';
import { unknownReasons } from '../../src/core/reading.ts';
import { Certainty, Rule, Setting } from '../../src/core/recipe.ts';
import { verdicts } from '../../src/core/verdict.ts';
import { Warning } from '../../src/core/warning.ts';
import { wordKey } from '../../src/core/words.ts';

const keys = Object.keys(messages);
const ROOT = join(import.meta.dirname, '../..');

/** Every closed union whose words are shown, with the group of messages that speaks for it. */
const groups: readonly { group: string; words: readonly string[]; suffixes: readonly string[] }[] =
  [
    { group: 'verdict', words: verdicts, suffixes: [''] },
    { group: 'badge', words: verdicts, suffixes: [''] },
    { group: 'banner', words: Warning.shape.verdict.options, suffixes: [''] },
    { group: 'reason', words: unknownReasons, suffixes: ['', '_do'] },
    { group: 'outcome', words: outcomeCodes, suffixes: ['', '_do'] },
    {
      group: 'errand',
      words: Errand.shape.step.options.filter((step) => step !== 'ended'),
      suffixes: [''],
    },
    { group: 'rule', words: Rule.shape.default.options, suffixes: [''] },
    { group: 'remark', words: Rule.shape.remark.def.innerType.options, suffixes: [''] },
    { group: 'purpose', words: Setting.shape.purpose.options, suffixes: [''] },
    { group: 'certainty', words: Certainty.options, suffixes: [''] },
  ];

const spoken = groups.flatMap(({ group, words, suffixes }) =>
  words.flatMap((word) => suffixes.map((suffix) => ({ word, key: wordKey(group, word) + suffix }))),
);

describe('every word that is shown has its sentence', () => {
  test.each(spoken)('$word: $key', ({ word, key }) => {
    expect(keys).toContain(key);
    const { message } = messages[key as keyof typeof messages];
    expect(message).toMatch(/\S/);
    expect(message).not.toBe(word);
  });

  test('each group was looked at, and each has words', () => {
    const sizes = groups.map(({ group, words }) => `${group} ${words.length}`);
    expect(sizes).toEqual([
      'verdict 7',
      'badge 7',
      'banner 2',
      'reason 10',
      'outcome 17',
      'errand 4',
      'rule 4',
      'remark 1',
      'purpose 5',
      'certainty 3',
    ]);
    expect(spoken).toHaveLength(33 + 2 * 27);
  });

  test('no group is left out: the source asks for no other', () => {
    const asked = new Set(
      [...source().matchAll(/\bwordKey\(\s*'(\w+)'/g)].map(([, group]) => group),
    );
    expect([...asked].toSorted()).toEqual(groups.map(({ group }) => group).toSorted());
  });
});

describe('every sentence', () => {
  /** Nothing shows these yet. An entry that is used again, or that is gone, is to be struck out here. */

  test('is shown somewhere', () => {
    const code = source();
    const words = new Set<string>(spoken.map(({ key }) => key));
    const unused = keys.filter(
      (key) => !code.includes(`'${key}'`) && !code.includes(`__MSG_${key}__`) && !words.has(key),
    );
    expect(unused).toEqual([]);
    expect(keys.length).toBeGreaterThan(100);
  });

  test('that is asked for by name is there', () => {
    const asked = [...source().matchAll(/\btext\(\s*'(\w+)'/g)].map(([, key]) => key);
    expect(asked.filter((key) => !keys.includes(key ?? ''))).toEqual([]);
    expect(asked.length).toBeGreaterThan(30);
  });

  test('has a text, and only placeholders that count from one', () => {
    const wrong = Object.entries(messages).filter(([, { message }]) => {
      const places = [...message.matchAll(/\$(\d)/g)].map(([, number]) => Number(number));
      const most = Math.max(0, ...places);
      const counted = Array.from({ length: most }, (_, index) => index + 1);
      return message.trim() === '' || counted.some((number) => !places.includes(number));
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

test('words become keys that a browser takes', () => {
  expect(wordKey('verdict', 'presumed-sharing')).toBe('verdict_presumed_sharing');
  expect(wordKey('verdict', 'sharing')).toBe('verdict_sharing');
  expect(wordKey('a', 'b-c-d')).toBe('a_b_c_d');
  expect(keys.filter((key) => !/^[a-z][a-z_]*$/.test(key))).toEqual([]);
});

/** All that may name a message: what is written in `src`, and the manifest. */
function source(): string {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return [...files, join(ROOT, 'manifest.json')]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}
