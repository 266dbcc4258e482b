import { wordKey } from '../../core/language/words.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';
import { formatDay } from '../words/dates.ts';
import { useLocale } from '../words/locale.ts';
import { isExplained, type Permissions } from './permission.ts';

export interface AboutProps {
  readonly statuses: readonly SettingStatus[];
  readonly serviceName: string;
  readonly version: string;
  readonly permissions: Permissions;
}

/** What this is, what it asks the browser for and why, and what nobody has confirmed yet. */
export function About({ statuses, serviceName, version, permissions }: AboutProps) {
  const { text, language } = useLocale();
  return (
    <>
      <section class="lead">
        <h2 id="view-title" tabIndex={-1}>
          {text('about_title')}
        </h2>
        <p>{text('about_version', version)}</p>
        <p>{text('about_never')}</p>
        <p>{text('about_licence')}</p>
      </section>
      <section class="page">
        <h3>{text('about_permissions')}</h3>
        <dl class="permissions">
          {permissions.required.filter(isExplained).map((name) => (
            <div key={name} data-permission={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{text(wordKey('permission', name), serviceName)}</dd>
            </div>
          ))}
          {permissions.hosts.map((host) => (
            <div key={host} data-permission={host}>
              <dt>
                <code>{host}</code>
              </dt>
              <dd>{text('permission_host', serviceName)}</dd>
            </div>
          ))}
          {permissions.optional.filter(isExplained).map((name) => (
            <div key={name} data-permission={name}>
              <dt>
                <code>{name}</code> {text('about_optional')}
              </dt>
              <dd>{text(wordKey('permission', name), serviceName)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section class="page">
        <h3>{text('about_confirmed')}</h3>
        <p class="small">{text('about_confirmed_what', serviceName)}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">{text('about_setting')}</th>
              <th scope="col">{text('about_last_confirmed')}</th>
            </tr>
          </thead>
          <tbody>
            {statuses.map(({ key, title, lastConfirmed }) => (
              <tr key={key}>
                <th scope="row">{title}</th>
                <td>
                  {lastConfirmed
                    ? formatDay(lastConfirmed, language)
                    : text('about_never_confirmed')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
