import { languageFacts } from '../src/catalogue/languages.ts';
import {
  directionOf,
  folderOf,
  languages,
  spokenLanguages,
} from '../src/core/language/language.ts';

/** Every language with its folder, and who has reviewed it, as Markdown. */
export function languageTable(): string {
  return [
    '| Language | Code | Folder | Written | Translated | Reviewed by a native speaker |',
    '| --- | --- | --- | --- | --- | --- |',
    ...languages.map((code) => {
      const { name, reviewedBy } = languageFacts[code];
      const direction = directionOf(code) === 'rtl' ? 'right to left' : 'left to right';
      const isSpoken = spokenLanguages.includes(code) ? 'yes' : 'not yet';
      const cells = [name, `\`${code}\``, `\`${folderOf(code)}\``, direction, isSpoken];
      return `| ${[...cells, reviewedBy ?? 'nobody yet'].join(' | ')} |`;
    }),
  ].join('\n');
}
