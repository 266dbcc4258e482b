import { useId } from 'preact/hooks';
import {
  directionOf,
  type Language,
  type LanguageChoice,
} from '../../../core/language/language.ts';
import { useLocale } from '../../words/locale.ts';

/** A language as its speakers call it. */
export interface NamedLanguage {
  readonly code: Language;
  readonly name: string;
  /** By somebody whose first language it is; what is no translation needs none. */
  readonly isReviewed: boolean;
}

interface Props {
  readonly serviceName: string;
  readonly chosen: LanguageChoice;
  readonly languages: readonly NamedLanguage[];
  /** An administrator has set it. */
  readonly isFixed: boolean;
  readonly onChoose: (language: LanguageChoice) => void;
}

export function LanguagePreference({ serviceName, chosen, languages, isFixed, onChoose }: Props) {
  const { text, language } = useLocale();
  const spoken = languages.find(({ code }) => language === code || language.startsWith(`${code}-`));
  const id = useId();
  return (
    <section class="page preference">
      <label>
        {text('preference_language')}{' '}
        <select
          name="language"
          value={languages.some(({ code }) => code === chosen) ? chosen : 'browser'}
          disabled={isFixed}
          aria-describedby={id}
          onChange={({ currentTarget }) => {
            const one = languages.find(({ code }) => code === currentTarget.value);
            onChoose(one?.code ?? 'browser');
          }}
        >
          <option value="browser">{text('preference_language_browser')}</option>
          {languages.map(({ code, name }) => (
            <option key={code} value={code} lang={code} dir={directionOf(code)}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p id={id} class="small">
        {text('preference_language_what', serviceName)}
        {spoken && !spoken.isReviewed && ` ${text('preference_language_unreviewed')}`}
      </p>
    </section>
  );
}
