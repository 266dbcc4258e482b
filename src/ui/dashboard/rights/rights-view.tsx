import type { LawThere } from '../../../core/law/laws.ts';
import type { SettingStatus } from '../../../core/verdict/status.ts';
import { useLocale } from '../../words/locale.ts';
import { namePlace } from '../../words/places.ts';
import { LawSection } from './law-section.tsx';
import { LetterDraft } from './letter-draft.tsx';
import { RightsWays } from './rights-ways.tsx';

export interface RightsProps {
  /** ISO 3166-1 code of the person's place, once they have chosen one. */
  readonly place: string | undefined;
  readonly statuses: readonly SettingStatus[];
  /** `undefined` where no law could be sourced. */
  readonly law: LawThere | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onSave: (name: string, text: string, type: string) => void;
}

/** What the law of the person's place gives them about AI training, and every way there is. */
export function RightsView({ place, statuses, law, ...letter }: RightsProps) {
  const { text, language } = useLocale();
  const about = statuses.filter(({ purpose }) => purpose === 'ai-training');
  return (
    <>
      <section class="lead">
        <h2 id="view-title" tabIndex={-1}>
          {text('rights_title')}
        </h2>
        <p>{text('rights_lead')}</p>
        <p class="disclaimer">{text('rights_disclaimer')}</p>
      </section>
      {place === undefined ? (
        <p class="notice" data-notice="no-place">
          {text('rights_no_place')}
        </p>
      ) : (
        <>
          <p data-place={place}>{text('rights_place', namePlace(place, language))}</p>
          {about.map((status) => (
            <article
              key={status.key}
              class="rights"
              aria-label={status.title}
              data-rights-of={status.key}
            >
              <LawSection law={law} serviceName={status.serviceName} />
              <RightsWays status={status} law={law} />
              {status.controller && (
                <LetterDraft
                  // Of another place or law it is another letter.
                  key={`${place} ${law?.period.words}`}
                  status={status}
                  controller={status.controller}
                  law={law}
                  {...letter}
                />
              )}
            </article>
          ))}
        </>
      )}
    </>
  );
}
