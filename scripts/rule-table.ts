import { services } from '../src/catalogue/index.ts';
import type { Rule } from '../src/core/recipe.ts';
import { entriesOf } from '../src/core/setting-key.ts';

/** The rules of every setting as Markdown, for the README. */
export function ruleTable(): string {
  return entriesOf(services)
    .map(({ key, setting }) =>
      [
        `\`${key}\`: ${setting.title}`,
        '',
        '| Profile in | From | Until (not included) | By default | Sources |',
        '| --- | --- | --- | --- | --- |',
        ...setting.rules.map(row),
        '',
        `No rule could be sourced for ${setting.unsourced.join(', ')}: there the page decides.`,
      ].join('\n'),
    )
    .join('\n\n');
}

function row(rule: Rule): string {
  const places = rule.jurisdictions
    .map((name) => (name === '*' ? 'everywhere else' : name))
    .join(', ');
  const unconfirmed = rule.unconfirmedSince ? ` (unconfirmed since ${rule.unconfirmedSince})` : '';
  const remark =
    rule.remark === 'microsoft_training' ? ' (and for Microsoft’s own AI training)' : '';
  const sources = rule.evidence
    .map(({ publisher, address, certainty }) => `[${publisher}](${address}) (${certainty})`)
    .join('; ');
  return `| ${places} | ${rule.from} | ${rule.until ?? 'today'} | ${rule.default}${unconfirmed}${remark} | ${sources} |`;
}
