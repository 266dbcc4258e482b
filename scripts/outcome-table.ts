import messages from '../public/_locales/en/messages.json' with { type: 'json' };
import { type OutcomeCode, outcomeCodes } from '../src/core/errand/errand.schema.ts';
import { endsAt, outcomeAdvice, outcomeSentence } from '../src/core/errand/outcome-words.ts';
import { type MessageKey, wordKey } from '../src/core/language/words.ts';
import { unknownReasons } from '../src/core/reading/reading.ts';

/** All that can come of an errand, with its words, as a page of Markdown. */
export function outcomePage(service = 'LinkedIn'): string {
  const text = (key: MessageKey) => messages[key].message.replaceAll('$1', service);
  const row = (code: OutcomeCode) => {
    const undone = outcomeSentence('undo', code);
    const sentence = outcomeSentence('opt-out', code);
    const told =
      undone === sentence ? text(sentence) : `${text(sentence)} Undoing: ${text(undone)}`;
    return `| \`${code}\` | ${endsAt[code]} | ${told} | ${text(outcomeAdvice(code))} |`;
  };
  const reason = (code: (typeof unknownReasons)[number]) => {
    const key = wordKey('reason', code);
    return `| \`${code}\` | ${text(key)} | ${text(`${key}_do`)} |`;
  };
  return [
    '# What an errand ends with',
    '',
    'One click of the person is an errand: a check, an opt-out, its undoing, or "show me". It ends with one',
    'of these, within two minutes, whatever happens; `npm run outcome-table` writes this page.',
    '',
    '| Outcome | Step that failed | What is said | What to do |',
    '| --- | --- | --- | --- |',
    ...outcomeCodes.map(row),
    '',
    'Where a reading failed, its reason is said as well, and says what to do:',
    '',
    '| Reason | What is said | What to do |',
    '| --- | --- | --- |',
    ...unknownReasons.map(reason),
    '',
  ].join('\n');
}
