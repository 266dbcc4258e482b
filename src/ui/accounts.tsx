import { type ComponentChildren, Fragment } from 'preact';
import { MAX_NAME_LENGTH, MAX_PROFILES } from '../core/account-limits.ts';
import type { Accounts, Named } from '../core/accounts.ts';
import { nameOfContainer, nameOfProfile } from './account-names.ts';
import { useLocale } from './locale.ts';

export interface AccountActions {
  readonly onAdd: (name: string) => void;
  readonly onUse: (id: string) => void;
  readonly onRenameProfile: (id: string, name: string) => void;
  readonly onRemove: (id: string) => void;
  readonly onRenameContainer: (id: string, name: string) => void;
  readonly onForget: (id: string) => void;
}

export interface AccountsProps extends AccountActions {
  readonly accounts: Accounts;
  readonly serviceName: string;
}

/** Who shares this browser, and in which containers something was read. */
export function AccountsView({ accounts, serviceName, ...act }: AccountsProps) {
  const locale = useLocale();
  const { text } = locale;
  const { profiles, containers, profile: used } = accounts;
  return (
    <>
      <h2 id="view-title" tabIndex={-1}>
        {text('accounts_title')}
      </h2>
      <p>{text('accounts_lead', serviceName)}</p>
      <p class="small">{text('account_untold', serviceName)}</p>
      <h3>{text('profiles_title')}</h3>
      <ul class="accounts-list">
        {profiles.map((profile) => (
          <Row
            key={profile.id}
            named={profile}
            shown={nameOfProfile(profile, locale)}
            onRename={(name) => act.onRenameProfile(profile.id, name)}
          >
            {profile.id === used ? (
              <span data-used={profile.id}>{text('profile_used')}</span>
            ) : (
              <>
                <button type="button" data-action="use" onClick={() => act.onUse(profile.id)}>
                  {text('profile_use')}
                </button>
                {profile.id !== '' && (
                  <button
                    type="button"
                    class="quiet"
                    data-action="remove"
                    onClick={() => act.onRemove(profile.id)}
                  >
                    {text('profile_remove')}
                  </button>
                )}
              </>
            )}
          </Row>
        ))}
      </ul>
      {profiles.length < MAX_PROFILES && <NewProfile onAdd={act.onAdd} />}
      {containers.length > 0 && (
        <Fragment>
          <h3>{text('containers_title')}</h3>
          <p class="small">{text('containers_lead')}</p>
          <ul class="accounts-list">
            {containers.map((container) => (
              <Row
                key={container.id}
                named={container}
                shown={nameOfContainer(container, locale)}
                onRename={(name) => act.onRenameContainer(container.id, name)}
              >
                <button
                  type="button"
                  class="quiet"
                  data-action="forget"
                  onClick={() => act.onForget(container.id)}
                >
                  {text('container_forget')}
                </button>
              </Row>
            ))}
          </ul>
        </Fragment>
      )}
      <h3>{text('private_title')}</h3>
      <p>{text('private_text')}</p>
    </>
  );
}

interface RowProps {
  readonly named: Named;
  readonly shown: string;
  readonly onRename: (name: string) => void;
  readonly children: ComponentChildren;
}

function Row({ named, shown, onRename, children }: RowProps) {
  const { text } = useLocale();
  return (
    <li data-account={named.id}>
      <input
        type="text"
        aria-label={text('account_name')}
        value={shown}
        maxLength={MAX_NAME_LENGTH}
        onChange={(event) => {
          const name = event.currentTarget.value.trim();
          if (name && name !== shown) onRename(name);
          else event.currentTarget.value = shown;
        }}
      />
      {children}
    </li>
  );
}

function NewProfile({ onAdd }: Pick<AccountActions, 'onAdd'>) {
  const { text } = useLocale();
  return (
    <form
      class="new-profile"
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem('name') as HTMLInputElement;
        const name = field.value.trim();
        if (!name) return;
        onAdd(name);
        field.value = '';
      }}
    >
      <label>
        {text('profile_new')}{' '}
        <input type="text" name="name" maxLength={MAX_NAME_LENGTH} required autoComplete="off" />
      </label>
      <button type="submit" data-action="add">
        {text('profile_add')}
      </button>
    </form>
  );
}
