import type { UnlistedPage } from '../../core/reading/unlisted.ts';
import { originOf } from '../../core/recipe/origin.ts';
import type { ListedService } from '../../core/verdict/listed-service.ts';
import { useLocale } from '../words/locale.ts';

interface Props {
  readonly services: readonly ListedService[];
  readonly pages: readonly UnlistedPage[];
  readonly onSeen: (address: string) => void;
}

/** Told when a page held a switch that is on and that no recipe names. Of it only its id is known. */
export function UnlistedNotice({ services, pages, onSeen }: Props) {
  const { text, count, list } = useLocale();
  const switches = pages.flatMap(({ ids }) => ids);
  const having = services.filter(({ hosts }) =>
    pages.some(({ address }) => hosts.some((host) => originOf(host) === originOf(address))),
  );
  return (
    <section class="notice unlisted" role="status" data-notice="unlisted">
      <strong>{count('unlisted', switches.length, list(having.map(({ name }) => name)))}</strong>
      <ul>
        {pages.map(({ address, ids }) => (
          <li key={address}>
            <p>
              <a href={address} target="_blank" rel="noopener noreferrer">
                {withoutScheme(address)}
              </a>
              <code>{ids.join(' ')}</code>
            </p>
            <button type="button" data-action="unlisted-seen" onClick={() => onSeen(address)}>
              {text('unlisted_seen')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function withoutScheme(address: string): string {
  return address.replace(/^https:\/\/(www\.)?/, '');
}
