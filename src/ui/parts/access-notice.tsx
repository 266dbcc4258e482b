import type { Overview } from '../../core/verdict/overview.ts';
import { useLocale } from '../words/locale.ts';

interface Props extends Pick<Overview, 'statuses' | 'serviceName'> {
  readonly onGrant: () => void;
}

/** Told while the browser does not let us into a service's pages. */
export function AccessNotice({ statuses, serviceName, onGrant }: Props) {
  const { text } = useLocale();
  const [serviceId] = statuses[0]?.key.split('/') ?? [];
  return (
    <section class="notice" role="alert" data-notice="access">
      <p>{text('access_missing', serviceName)}</p>
      <button
        type="button"
        class="primary"
        data-action="grant"
        data-service={serviceId}
        onClick={onGrant}
      >
        {text('action_grant')}
      </button>
    </section>
  );
}
