import { settingKey, wordKey } from '../../core/language/words.ts';
import { serviceIdOf } from '../../core/recipe/entry.ts';
import { purposes } from '../../core/recipe/purpose.ts';
import type { ListedService } from '../../core/verdict/listed-service.ts';
import type { ListedPage } from '../../core/verdict/overview.ts';
import { useLocale } from '../words/locale.ts';

interface Props {
  readonly services: readonly ListedService[];
  readonly pages: readonly ListedPage[];
}

/** Pages of which no state is known: to be opened, and never judged. Each service has its own. */
export function OpenPages({ services, pages }: Props) {
  const having = services
    .map(({ id, name }) => ({ name, its: pages.filter(({ key }) => serviceIdOf(key) === id) }))
    .filter(({ its }) => its.length > 0);
  return (
    <>
      {having.map(({ name, its }) => (
        <PagesOfService
          key={name}
          serviceName={name}
          pages={its}
          isOneOfSeveral={having.length > 1}
        />
      ))}
    </>
  );
}

interface OfService {
  readonly serviceName: string;
  readonly pages: readonly ListedPage[];
  readonly isOneOfSeveral: boolean;
}

function PagesOfService({ serviceName, pages, isOneOfSeveral }: OfService) {
  const { text, number } = useLocale();
  const title = text('pages_title', number(pages.length));
  return (
    <details class="pages">
      <summary>
        <h2>{isOneOfSeveral ? text('labelled', serviceName, title) : title}</h2>
      </summary>
      {purposes.map((purpose) => {
        const here = pages.filter((page) => page.purpose === purpose);
        return (
          here.length > 0 && (
            <section key={purpose}>
              <h3>{text(wordKey('purpose', purpose), serviceName)}</h3>
              <ul>
                {here.map(({ key, title, open, leadsThere }) => (
                  <li key={key} data-page={key}>
                    <a href={open} target="_blank" rel="noopener noreferrer">
                      {title}
                    </a>
                    <p class="small">
                      {text(settingKey('page', key), serviceName)}
                      {leadsThere && ` ${text('pages_leads_there')}`}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </details>
  );
}
