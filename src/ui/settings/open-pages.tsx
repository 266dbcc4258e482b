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
  return (
    <>
      {services.map(({ id, name }) => {
        const its = pages.filter(({ key }) => serviceIdOf(key) === id);
        return its.length > 0 && <PagesOfService key={id} serviceName={name} pages={its} />;
      })}
    </>
  );
}

interface OfService {
  readonly serviceName: string;
  readonly pages: readonly ListedPage[];
}

function PagesOfService({ serviceName, pages }: OfService) {
  const { text, number } = useLocale();
  return (
    <details class="pages">
      <summary>
        <h2>{text('pages_title', number(pages.length))}</h2>
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
