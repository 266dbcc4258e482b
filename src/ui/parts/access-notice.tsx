import type { ListedService } from '../../core/verdict/listed-service.ts';
import { useLocale } from '../words/locale.ts';

export interface AccessProps {
  readonly services: readonly ListedService[];
  /** Asks the browser: only in the person's own click. */
  readonly onGrant: (service: ListedService) => void;
}

/** Told while the browser does not let us into the pages of a service any more. */
export function AccessNotices({ services, onGrant }: AccessProps) {
  const { text } = useLocale();
  return (
    <>
      {services
        .filter(({ access }) => access === 'withdrawn')
        .map((service) => (
          <section key={service.id} class="notice" role="alert" data-notice="access">
            <p>{text('access_missing', service.name)}</p>
            <button
              type="button"
              class="primary"
              data-action="grant"
              data-service={service.id}
              onClick={() => onGrant(service)}
            >
              {text('action_grant')}
            </button>
          </section>
        ))}
    </>
  );
}

/** Services that may be added, each by a click that the browser asks about. */
export function OfferedServices({ services, onGrant }: AccessProps) {
  const { text } = useLocale();
  const offered = services.filter(({ access }) => access === 'offered');
  if (offered.length === 0) return null;
  return (
    <section class="offered">
      <h2>{text('services_offered')}</h2>
      <p class="small">{text('services_offered_what')}</p>
      <ul>
        {offered.map((service) => (
          <li key={service.id}>
            <button
              type="button"
              data-action="grant"
              data-service={service.id}
              onClick={() => onGrant(service)}
            >
              {text('service_add', service.name)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
