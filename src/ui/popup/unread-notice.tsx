import { useLocale } from '../words/locale.ts';

/** Told over a page that shows a setting and has no reader. */
export function UnreadNotice({ onReload }: { readonly onReload: () => void }) {
  const { text } = useLocale();
  return (
    <div class="notice" role="alert" data-notice="unread">
      <p>{text('unread_page')}</p>
      <button type="button" data-action="reload" onClick={onReload}>
        {text('action_reload')}
      </button>
    </div>
  );
}
