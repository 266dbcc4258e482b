import messages from '../public/_locales/en/messages.json' with { type: 'json' };
import { type MessageKey, wordKey } from '../src/core/language/words.ts';
import { strategies } from '../src/core/reading/reading.ts';
import { Rule } from '../src/core/recipe/recipe.ts';
import { sides, type Verdict, verdicts } from '../src/core/verdict/verdict.ts';

const text = (key: MessageKey) => messages[key].message.replaceAll('|', '\\|');

/** Every verdict with all that is said of it, as a page of Markdown. Placeholders are left as they are. */
export function verdictPage(): string {
  const row = (verdict: Verdict) =>
    `| \`${verdict}\` | ${[
      text(wordKey('verdict', verdict)),
      text(wordKey('count', verdict)),
      text(`${wordKey('summary', verdict)}_other`),
      text(wordKey('badge', verdict)),
    ].join(' | ')} |`;
  const said = (keys: readonly MessageKey[]) => keys.map((key) => `| \`${key}\` | ${text(key)} |`);
  return [
    '# What is said of a setting',
    '',
    'Every sentence that tells how a setting stands, most alarming first. None claims more than was read:',
    '"off" is said of the last reading, with its day; what could not be read is never calm.',
    '`npm run verdict-table` writes this page from the sentences that are shown.',
    '',
    '| Verdict | In full | In its line | In the summary | On the icon |',
    '| --- | --- | --- | --- | --- |',
    ...verdicts.map(row),
    '',
    'How it is known, beside the verdict; `$1` is the day and time of the reading:',
    '',
    '| Key | What is said |',
    '| --- | --- |',
    ...said([
      'known_fresh',
      'known_after_press',
      'known_touched',
      'known_locked',
      'known_by_rule',
      'known_nothing',
      'known_absent_exempt',
      'known_absent_unknown',
      'known_contradiction',
      'known_stale',
      ...sides.map((side) => wordKey('known_last', side)),
      ...sides.map((side) => wordKey('known_before', side)),
      ...strategies
        .filter((strategy) => strategy !== 'known-id')
        .map((strategy) => wordKey('found', strategy)),
    ]),
    '',
    'What holds where the person lives; `$1` is the place, `$2` the first day, `$3` the service:',
    '',
    '| Key | What is said |',
    '| --- | --- |',
    ...said([
      ...Rule.shape.default.options.map((stand) => wordKey('rule', stand)),
      'rule_exempt_unconfirmed',
      'rule_none',
      'rule_no_place',
      'rule_former',
    ]),
    '',
    'What came of an errand, and why something could not be read: [outcomes](outcomes.md).',
    '',
  ].join('\n');
}
