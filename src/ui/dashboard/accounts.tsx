import { type ComponentChildren, Fragment } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Accounts, Named } from '../../core/account/accounts.ts';
import { MAX_NAME_LENGTH, MAX_PROFILES } from '../../core/account/limits.ts';
import { nameOfContainer, nameOfProfile } from '../words/account-names.ts';
import { useLocale } from '../words/locale.ts';
import { Question } from './question.tsx';

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
                  <Asked
                    action="remove"
                    offer={text('profile_remove')}
                    asks={text(
                      'profile_remove_question',
                      nameOfProfile(profile, locale),
                      serviceName,
                    )}
                    onYes={() => act.onRemove(profile.id)}
                  />
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
                <Asked
                  action="forget"
                  offer={text('container_forget')}
                  asks={text(
                    'container_forget_question',
                    nameOfContainer(container, locale),
                    serviceName,
                  )}
                  onYes={() => act.onForget(container.id)}
                />
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

interface AskedProps {
  readonly action: 'remove' | 'forget';
  readonly offer: string;
  readonly asks: string;
  readonly onYes: () => void;
}

/** A button whose work cannot be taken back, and so asks before. */
function Asked({ action, offer, asks, onYes }: AskedProps) {
  const { text } = useLocale();
  const [isAsking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="quiet"
        data-action={action}
        aria-expanded={isAsking}
        onClick={() => setAsking(true)}
      >
        {offer}
      </button>
      {isAsking && (
        <Question
          asks={asks}
          yes={text('account_delete_sure')}
          no={text('account_delete_keep')}
          onYes={() => {
            setAsking(false);
            onYes();
          }}
          onNo={() => {
            setAsking(false);
            button.current?.focus();
          }}
        />
      )}
    </>
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
