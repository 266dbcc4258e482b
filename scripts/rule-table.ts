import { services } from '../src/catalogue/index.ts';
import { groups } from '../src/catalogue/jurisdiction-groups.ts';
import { settingKey } from '../src/core/language/words.ts';
import { originOf } from '../src/core/recipe/origin.ts';
import type { Rule } from '../src/core/recipe/recipe.ts';
import { type Entry, entriesOf } from '../src/core/recipe/setting-key.ts';
import { EVERYWHERE_ELSE } from '../src/core/rules/rules.ts';
import { messagesIn } from './words.ts';

/** The rules of every setting as Markdown, for the README. Settings of the same rules share a table. */
export function ruleTable(): string {
  const entries = entriesOf(services);
  const ruled = entries.filter(({ setting }) => setting.rules.length > 0);
  const unruled = entries.filter(({ setting }) => setting.rules.length === 0);
  return [
    ...alike(ruled).map(table),
    ...(unruled.length > 0
      ? [`No rule could be sourced for ${unruled.map(named).join('; ')}.`]
      : []),
  ].join('\n\n');
}

/** The settings that are read, and who last confirmed each on the real page, as Markdown. */
export function settingsTable(): string {
  return [
    '| Setting | Page | Last confirmed |',
    '| --- | --- | --- |',
    ...entriesOf(services).map(({ setting }) => {
      const page = setting.open.slice(originOf(setting.open).length);
      return `| ${setting.title} | \`${page}\` | ${setting.lastConfirmed ?? 'never'} |`;
    }),
  ].join('\n');
}

type Group = readonly [Entry, ...Entry[]];

/** Entries with the same rules, group by group, in the order in which each group begins. */
function alike(entries: readonly Entry[]): Group[] {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const { rules, unsourced } = entry.setting;
    const same = JSON.stringify([rules, unsourced]);
    const group = groups.get(same);
    groups.set(same, group ? [...group, entry] : [entry]);
  }
  return [...groups.values()];
}

function table(group: Group): string {
  const { rules, unsourced } = group[0].setting;
  const reachesAll = rules.some(({ jurisdictions }) => jurisdictions.includes(EVERYWHERE_ELSE));
  return [
    group.map(named).join('; '),
    '',
    '| Profile in | From | Until (not included) | By default | Sources |',
    '| --- | --- | --- | --- | --- |',
    ...rules.map(row),
    '',
    reachesAll
      ? `No rule could be sourced for ${folded(unsourced).join(', ')}: there the page decides.`
      : 'No rule could be sourced for any other place: there the page decides.',
  ].join('\n');
}

/** A group of which every member is listed stands for its members. */
function folded(codes: readonly string[]): string[] {
  const whole = Object.entries(groups)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .find(([, members]) => members.every((code) => codes.includes(code)));
  if (!whole) return [...codes];
  const [name, members] = whole;
  return [name, ...codes.filter((code) => !(members as readonly string[]).includes(code))];
}

const english = messagesIn('en');

function named({ key, setting }: Entry): string {
  return `\`${key}\`: ${setting.title}`;
}

function row(rule: Rule): string {
  const places = rule.jurisdictions
    .map((name) => (name === EVERYWHERE_ELSE ? 'everywhere else' : name))
    .join(', ');
  const unconfirmed = rule.unconfirmedSince ? ` (unconfirmed since ${rule.unconfirmedSince})` : '';
  const remark = rule.remark ? `. ${english[settingKey('remark', rule.remark)]?.message}` : '';
  const sources = rule.evidence
    .map(({ publisher, address, certainty }) => `[${publisher}](${address}) (${certainty})`)
    .join('; ');
  return `| ${places} | ${rule.from} | ${rule.until ?? 'today'} | ${rule.default}${unconfirmed}${remark} | ${sources} |`;
}
