import { useLocale } from '../words/locale.ts';

interface Props {
  readonly hasLostAccounts: boolean;
  readonly onSeen: () => void;
}

/** Told when storage held something that could not be read. */
export function SetAsideNotice({ hasLostAccounts, onSeen }: Props) {
  const { text } = useLocale();
  return (
    <section class="notice" role="alert" data-notice="set-aside">
      <strong>{text('set_aside_title')}</strong>
      <p>{text('set_aside_text')}</p>
      {hasLostAccounts && <p>{text('set_aside_accounts')}</p>}
      <button type="button" data-action="set-aside-seen" onClick={onSeen}>
        {text('set_aside_seen')}
      </button>
    </section>
  );
}
