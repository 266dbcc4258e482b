import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Accounts, Named } from '../../core/account/accounts.ts';
import { MAX_NAME_LENGTH, MAX_PROFILES } from '../../core/account/limits.ts';
import { nameOfContainer, nameOfProfile } from '../words/account-names.ts';
import { useLocale } from '../words/locale.ts';
import { useDelayed } from './delayed.ts';
import { Question } from './question.tsx';

export interface AccountActions {
  readonly onAdd: (name: string) => void;
  readonly onUse: (id: string) => void;
  readonly onRenameProfile: (id: string, name: string) => void;
  readonly onRemove: (id: string) => Promise<unknown>;
  readonly onRenameContainer: (id: string, name: string) => void;
  readonly onForget: (id: string) => Promise<unknown>;
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
            {...(profile.id !== used &&
              profile.id !== '' && {
                deletion: {
                  action: 'remove',
                  offer: text('profile_remove'),
                  asks: text(
                    'profile_remove_question',
                    nameOfProfile(profile, locale),
                    serviceName,
                  ),
                  onDelete: () => act.onRemove(profile.id),
                },
              })}
          >
            {profile.id === used ? (
              <span data-used={profile.id}>{text('profile_used')}</span>
            ) : (
              <button type="button" data-action="use" onClick={() => act.onUse(profile.id)}>
                {text('profile_use')}
              </button>
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
                deletion={{
                  action: 'forget',
                  offer: text('container_forget'),
                  asks: text(
                    'container_forget_question',
                    nameOfContainer(container, locale),
                    serviceName,
                  ),
                  onDelete: () => act.onForget(container.id),
                }}
              />
            ))}
          </ul>
        </Fragment>
      )}
      <h3>{text('private_title')}</h3>
      <p>{text('private_text')}</p>
    </>
  );
}

interface Deletion {
  readonly action: 'remove' | 'forget';
  readonly offer: string;
  readonly asks: string;
  readonly onDelete: () => Promise<unknown>;
}

interface RowProps {
  readonly named: Named;
  readonly shown: string;
  readonly onRename: (name: string) => void;
  readonly deletion?: Deletion;
  readonly children?: ComponentChildren;
}

function Row({ named, shown, onRename, deletion, children }: RowProps) {
  const { text } = useLocale();
  const { isPending, begin, takeBack } = useDelayed(async () => deletion?.onDelete());
  return (
    <li data-account={named.id}>
      {isPending ? (
        <Deleted name={shown} onTakeBack={takeBack} />
      ) : (
        <>
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
          {deletion && <Asked {...deletion} onYes={begin} />}
        </>
      )}
    </li>
  );
}

interface DeletedProps {
  readonly name: string;
  readonly onTakeBack: () => void;
}

function Deleted({ name, onTakeBack }: DeletedProps) {
  const { text } = useLocale();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <>
      <span role="status">{text('account_deleting', name)}</span>{' '}
      <button ref={undo} type="button" data-action="take-back" onClick={onTakeBack}>
        {text('account_delete_undo')}
      </button>
    </>
  );
}

interface AskedProps extends Omit<Deletion, 'onDelete'> {
  readonly onYes: () => void;
}

/** A button that takes much along, and so asks before. */
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
          onYes={onYes}
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
