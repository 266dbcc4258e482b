import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../scripts/words.ts';
import { services } from '../../../src/catalogue/index.ts';
import { groups as placeGroups } from '../../../src/catalogue/jurisdiction-groups.ts';
import { batchEndCodes, batchKinds } from '../../../src/core/batch/batch.schema.ts';
import { Errand, outcomeCodes } from '../../../src/core/errand/errand.schema.ts';
import { sided } from '../../../src/core/errand/outcome-words.ts';
import { toldRefusals } from '../../../src/core/errand/told-refusal.ts';
import { fileProblems } from '../../../src/core/history/file-problem.ts';
import { settingKey, wordKey } from '../../../src/core/language/words.ts';
import { Authority, lawWords, parts } from '../../../src/core/law/law.ts';
import { kindsWithDeadline, letterKinds } from '../../../src/core/law/letter-kinds.ts';
import { causes } from '../../../src/core/reading/observation.ts';
import { unloaded } from '../../../src/core/reading/provenance.ts';
import { positions, strategies, unknownReasons } from '../../../src/core/reading/reading.ts';
import {
  Alternative,
  Certainty,
  Purpose,
  Rule,
  statements,
} from '../../../src/core/recipe/recipe.ts';
import { entriesOf } from '../../../src/core/recipe/setting-key.ts';
import { RuleStand } from '../../../src/core/rules/rule-change.ts';
import { stands } from '../../../src/core/rules/rules-in-time.ts';
import { sides, verdicts } from '../../../src/core/verdict/verdict.ts';
import { Warning } from '../../../src/core/verdict/warning.ts';
import { explainedPermissions } from '../../../src/ui/dashboard/permission.ts';
import { views } from '../../../src/ui/dashboard/views.ts';

const messages = messagesIn('en');
const keys = Object.keys(messages);
const ROOT = join(import.meta.dirname, '../../..');

/** The stems that the source counts with. */
const counted = [
  ...new Set([...source().matchAll(/\bcount\(\s*'(\w+)'/g)].map(([, key]) => key ?? '')),
  // By `wordKey`.
  ...verdicts.map((verdict) => wordKey('summary', verdict)),
];

/** Every closed union whose words are shown, with the group of messages that speaks for it. */
const groups: readonly { group: string; words: readonly string[]; suffixes: readonly string[] }[] =
  [
    { group: 'verdict', words: verdicts, suffixes: [''] },
    { group: 'badge', words: verdicts, suffixes: [''] },
    { group: 'count', words: verdicts, suffixes: [''] },
    { group: 'summary', words: verdicts, suffixes: ['_one', '_other'] },
    { group: 'banner_sharing', words: purposesWarnedOf('sharing'), suffixes: [''] },
    { group: 'banner_presumed', words: purposesWarnedOf('presumed-sharing'), suffixes: [''] },
    { group: 'banner_brief', words: purposesWarnedOf('sharing'), suffixes: [''] },
    { group: 'reason', words: unknownReasons, suffixes: ['', '_do'] },
    { group: 'outcome', words: outcomeCodes, suffixes: ['', '_do'] },
    { group: 'undone', words: sided, suffixes: [''] },
    { group: 'flip_back', words: causes, suffixes: [''] },
    { group: 'evidence_held', words: causes, suffixes: [''] },
    { group: 'evidence_press', words: causes, suffixes: [''] },
    { group: 'evidence_rule', words: Rule.shape.default.options, suffixes: [''] },
    { group: 'rule_was', words: RuleStand.shape.default.options, suffixes: [''] },
    { group: 'rule_is', words: RuleStand.shape.default.options, suffixes: [''] },
    { group: 'batch_under_way', words: batchKinds, suffixes: [''] },
    { group: 'batch_result', words: batchKinds, suffixes: [''] },
    { group: 'batch_end', words: batchEndCodes, suffixes: [''] },
    { group: 'error', words: toldRefusals, suffixes: [''] },
    {
      group: 'errand',
      words: Errand.shape.step.options.filter((step) => step !== 'ended'),
      suffixes: [''],
    },
    { group: 'rule', words: Rule.shape.default.options, suffixes: [''] },
    { group: 'purpose', words: Purpose.options, suffixes: [''] },
    {
      group: 'found',
      words: strategies.filter((strategy) => strategy !== 'known-id'),
      suffixes: [''],
    },
    { group: 'way_out', words: Alternative.shape.kind.options, suffixes: [''] },
    { group: 'certainty', words: Certainty.options, suffixes: [''] },
    { group: 'known', words: unloaded, suffixes: [''] },
    { group: 'known_last', words: sides, suffixes: [''] },
    { group: 'known_before', words: sides, suffixes: [''] },
    { group: 'law_gives', words: lawWords, suffixes: [''] },
    { group: 'law_limits', words: lawWords, suffixes: [''] },
    { group: 'only_in', words: parts, suffixes: [''] },
    { group: 'authority', words: Authority.shape.leadsTo.options, suffixes: [''] },
    { group: 'letter_request', words: letterKinds, suffixes: [''] },
    { group: 'letter_deadline', words: kindsWithDeadline, suffixes: [''] },
    { group: 'letter_says', words: statements, suffixes: [''] },
    { group: 'letter_state', words: positions, suffixes: [''] },
    { group: 'dashboard', words: views, suffixes: [''] },
    { group: 'permission', words: explainedPermissions, suffixes: [''] },
    { group: 'moved', words: causes, suffixes: [''] },
    { group: 'import', words: fileProblems, suffixes: [''] },
    { group: 'stand', words: stands, suffixes: ['', '_means'] },
    { group: 'joint', words: stands, suffixes: [''] },
    { group: 'applies', words: RuleStand.shape.default.options, suffixes: [''] },
  ];

function purposesWarnedOf(verdict: Warning['verdict']): readonly string[] {
  const shape = Warning.def.options.find(({ shape }) =>
    shape.verdict.def.values.some((value) => value === verdict),
  )?.shape.purpose;
  return shape ? Purpose.options.filter((purpose) => shape.safeParse(purpose).success) : [];
}

const entries = entriesOf(services);
const settings = entries.map(({ key }) => key);

/** Every group that speaks of what recipes name, with all that they name. */
const named = {
  shares: settings,
  limits: settings,
  page: services.flatMap(({ id, pages }) => pages.map((page) => `${id}/${page.id}`)),
  alternative: entries.flatMap(({ setting }) => (setting.alternatives ?? []).map(({ id }) => id)),
  group: Object.keys(placeGroups).map((name) => name.toLowerCase()),
  case: entries.flatMap(({ setting }) => (setting.cases ?? []).map(({ id }) => id)),
  terms: services.map(({ id }) => id),
  remark: entries.flatMap(({ setting }) => setting.rules.flatMap(({ remark }) => remark ?? [])),
  // The one group that says nothing of most settings.
  covers: settings.filter((key) => keys.includes(settingKey('covers', key))),
} as const;

const spokenOf = Object.entries(named).flatMap(([group, ids]) =>
  ids.map((id) => ({ id, key: settingKey(group as keyof typeof named, id) })),
);

const spoken = groups.flatMap(({ group, words, suffixes }) =>
  words.flatMap((word) => suffixes.map((suffix) => ({ word, key: wordKey(group, word) + suffix }))),
);

describe('every word that is shown has its sentence', () => {
  test.each(spoken)('$word: $key', ({ word, key }) => {
    expect(keys).toContain(key);
    const message = messages[key]?.message;
    expect(message).toMatch(/\S/);
    expect(message).not.toBe(word);
  });

  test.each(spokenOf)('$id: $key', ({ key }) => {
    expect(keys).toContain(key);
    expect(messages[key]?.message).toMatch(/\S/);
  });

  test('each group was looked at, and each has words', () => {
    expect(Object.entries(named).filter(([, ids]) => ids.length === 0)).toEqual([]);
    expect(new Set(spokenOf.map(({ key }) => key)).size).toBe(
      new Set(Object.entries(named).flatMap(([group, ids]) => ids.map((id) => `${group} ${id}`)))
        .size,
    );
    const sizes = groups.map(({ group, words }) => `${group} ${words.length}`);
    expect(sizes).toEqual([
      'verdict 7',
      'badge 7',
      'count 7',
      'summary 7',
      'banner_sharing 5',
      'banner_presumed 1',
      'banner_brief 5',
      'reason 11',
      'outcome 22',
      'undone 8',
      'flip_back 3',
      'evidence_held 3',
      'evidence_press 3',
      'evidence_rule 4',
      'rule_was 5',
      'rule_is 5',
      'batch_under_way 2',
      'batch_result 2',
      'batch_end 6',
      'error 4',
      'errand 4',
      'rule 4',
      'purpose 5',
      'found 2',
      'way_out 1',
      'certainty 3',
      'known 4',
      'known_last 2',
      'known_before 2',
      'law_gives 10',
      'law_limits 10',
      'only_in 1',
      'authority 3',
      'letter_request 10',
      'letter_deadline 6',
      'letter_says 2',
      'letter_state 2',
      'dashboard 11',
      'permission 5',
      'moved 3',
      'import 4',
      'stand 6',
      'joint 6',
      'applies 5',
    ]);
    expect(spoken).toHaveLength(178 + 2 * 48);
  });

  test('no group is left out: the source asks for no other', () => {
    const asked = new Set(
      [...source().matchAll(/\bwordKey\(\s*'(\w+)'/g)].map(([, group]) => group),
    );
    expect([...asked].toSorted()).toEqual(groups.map(({ group }) => group).toSorted());

    const askedOf = new Set(
      [...source().matchAll(/\bsettingKey\(\s*'(\w+)'/g)].map(([, group]) => group),
    );
    expect([...askedOf].toSorted()).toEqual(Object.keys(named).toSorted());
  });
});

describe('every sentence', () => {
  test('is shown somewhere', () => {
    const code = source();
    const words = new Set<string>([...spoken, ...spokenOf].map(({ key }) => key));
    const unused = keys.filter(
      (key) =>
        !code.includes(`'${key}'`) &&
        !code.includes(`__MSG_${key}__`) &&
        !words.has(key) &&
        !counted.includes(key.replace(/_(one|other)$/, '')),
    );
    expect(unused).toEqual([]);
    expect(keys.length).toBeGreaterThan(100);
  });

  test('that is asked for by name is there', () => {
    const asked = [...source().matchAll(/\btext\(\s*'(\w+)'/g)].map(([, key]) => key);
    expect(asked.filter((key) => !keys.includes(key ?? ''))).toEqual([]);
    expect(asked.length).toBeGreaterThan(30);
  });

  test('that counts has the two forms of English, and no other is in two forms', () => {
    const inForms = keys.flatMap(
      (key) => key.match(/^(.+)_(?:one|two|few|many|other)$/)?.[1] ?? [],
    );
    expect(inForms.toSorted()).toEqual(counted.flatMap((key) => [key, key]).toSorted());
    expect(
      counted.filter((key) => !keys.includes(`${key}_one`) || !keys.includes(`${key}_other`)),
    ).toEqual([]);
    expect(counted.length).toBeGreaterThan(8);
  });

  test('has a text, and only placeholders that count from one', () => {
    const wrong = Object.entries(messages).filter(([key, { message }]) => {
      // Where a form is for one number alone, it need not name it.
      const isOne = key.endsWith('_one');
      const places = [...message.matchAll(/\$(\d)/g), ...(isOne ? [['', '1']] : [])].map(
        ([, number]) => Number(number),
      );
      const most = Math.max(0, ...places);
      const wanted = Array.from({ length: most }, (_, index) => index + 1);
      return message.trim() === '' || wanted.some((number) => !places.includes(number));
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

test('words become keys that a browser takes', () => {
  expect(wordKey('verdict', 'presumed-sharing')).toBe('verdict_presumed_sharing');
  expect(wordKey('verdict', 'sharing')).toBe('verdict_sharing');
  expect(wordKey('a', 'b-c-d')).toBe('a_b_c_d');
  expect(settingKey('shares', 'linkedin/ai-training')).toBe('shares_linkedin_ai_training');
  expect(settingKey('case', 'de-la-torre')).toBe('case_de_la_torre');
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
