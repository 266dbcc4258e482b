import type { ToldRefusal } from '../../core/errand/told-refusal.ts';
import type { Overview } from '../../core/verdict/overview.ts';
import { type BatchActions, BatchPanel } from '../batch/batch-panel.tsx';
import { RefusedNotice } from '../parts/refused-notice.tsx';
import { WarnChoice } from '../parts/warn-choice.tsx';
import { PlaceChooser } from '../place/place-chooser.tsx';
import { useLocale } from '../words/locale.ts';
import { serviceNames } from '../words/service-names.ts';

interface WelcomeProps {
  readonly overview: Overview;
  /** ISO 3166-1 codes to choose from, and the one that is only guessed. */
  readonly codes: readonly string[];
  readonly guess: string | undefined;
  /** The background would not do what was asked. */
  readonly refusal: ToldRefusal | undefined;
  readonly batch: BatchActions;
  readonly onPlace: (code: string) => void;
  readonly onBanner: (banner: boolean) => void;
  readonly onDashboard: () => void;
  readonly onSkip: () => void;
}

/** What a person sees once, after the installation. All of it stands in the dashboard, too. */
export function Welcome({ overview, codes, guess, refusal, batch, ...on }: WelcomeProps) {
  const locale = useLocale();
  const { text } = locale;
  const { services, place, banner, statuses } = overview;
  const serviceName = serviceNames(services, locale);
  return (
    <>
      <header>
        <img src="/icons/128.png" width="64" height="64" alt="" />
        <h1>{text('welcome_title')}</h1>
        <p>{text('welcome_lead', serviceName)}</p>
        <button type="button" class="quiet" data-action="skip" onClick={on.onSkip}>
          {text('welcome_skip')}
        </button>
      </header>
      <main>
        {refusal && <RefusedNotice refusal={refusal} />}
        <section class="promise">
          <h2>{text('welcome_does')}</h2>
          <ul class="does">
            <li>{text('welcome_does_reads', serviceName)}</li>
            <li>{text('welcome_does_explains')}</li>
            <li>{text('welcome_does_presses')}</li>
          </ul>
          <h2>{text('welcome_never')}</h2>
          <ul class="never">
            <li>{text('welcome_never_sends')}</li>
            <li>{text('welcome_never_keeps')}</li>
            <li>{text('welcome_never_acts')}</li>
          </ul>
        </section>
        <ol class="steps">
          <li>
            <h2>{text('welcome_place')}</h2>
            <PlaceChooser
              serviceName={serviceName}
              codes={codes}
              chosen={place}
              guess={guess}
              leads={place === undefined}
              onChoose={on.onPlace}
            />
            <p class="small">{text('welcome_later')}</p>
          </li>
          <li>
            <h2>{text('welcome_warn')}</h2>
            <WarnChoice
              serviceName={serviceName}
              banner={banner}
              isFixed={overview.managed.includes('banner')}
              onChoose={on.onBanner}
            />
          </li>
          <li>
            <h2>{text('welcome_check')}</h2>
            <p>{text('welcome_check_what', serviceName)}</p>
            <BatchPanel
              {...batch}
              batch={overview.batch}
              services={services}
              statuses={statuses}
              next={place === undefined ? 'choose-place' : 'check-all'}
            />
          </li>
        </ol>
        <p>
          <button type="button" data-action="dashboard" onClick={on.onDashboard}>
            {text('welcome_dashboard')}
          </button>
        </p>
      </main>
      <footer>
        <p class="small">{text('not_affiliated', serviceName)}</p>
      </footer>
    </>
  );
}
