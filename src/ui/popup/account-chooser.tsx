import { mayStart } from '../../core/batch/progress.ts';
import { wordKey } from '../../core/language/words.ts';
import type { Overview } from '../../core/verdict/overview.ts';
import { nameOfContainer, nameOfProfile } from '../words/account-names.ts';
import { useLocale } from '../words/locale.ts';
import { serviceNames } from '../words/service-names.ts';

interface Props {
  readonly overview: Overview;
  readonly onProfile: (id: string) => void;
  readonly onContainer: (id: string) => void;
}

/** Whose settings are shown. Nothing where one person uses one browser without containers. */
export function AccountChooser({ overview, onProfile, onContainer }: Props) {
  const locale = useLocale();
  const { text } = locale;
  const { accounts, elsewhere, services, statuses, batch } = overview;
  const serviceName = serviceNames(services, locale);
  const { profiles, containers } = accounts;
  if (profiles.length === 1 && containers.length === 0) return null;

  // What is under way is of the one for whom it was begun.
  const isBusy =
    !mayStart(batch) || statuses.some(({ errand }) => errand && errand.step !== 'ended');
  const verdictIn = (id: string) => elsewhere.find(({ container }) => container === id)?.verdict;
  return (
    <section class="accounts">
      {profiles.length > 1 && (
        <label>
          <span class="place-label">{text('profile_label')}</span>
          <select
            name="profile"
            value={accounts.profile}
            disabled={isBusy}
            onChange={(event) => onProfile(event.currentTarget.value)}
          >
            {profiles.map((profile) => (
              <option key={profile.id} value={profile.id}>
                {nameOfProfile(profile, locale)}
              </option>
            ))}
          </select>
        </label>
      )}
      {containers.length > 0 && (
        <label>
          <span class="place-label">{text('container_label')}</span>
          <select
            name="container"
            value={accounts.container}
            onChange={(event) => onContainer(event.currentTarget.value)}
          >
            {[{ id: '' }, ...containers].map((container) => {
              const name = nameOfContainer(container, locale);
              const verdict = verdictIn(container.id);
              return (
                <option key={container.id} value={container.id}>
                  {verdict
                    ? text('labelled', name, text(wordKey('verdict', verdict), serviceName))
                    : name}
                </option>
              );
            })}
          </select>
        </label>
      )}
    </section>
  );
}
