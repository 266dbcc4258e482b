import { useLocale } from './locale.ts';

/** Told when storage held something that could not be read. */
export function SetAsideNotice({ onSeen }: { readonly onSeen: () => void }) {
  const { text } = useLocale();
  return (
    <section class="notice" role="alert" data-notice="set-aside">
      <strong>{text('set_aside_title')}</strong>
      <p>{text('set_aside_text')}</p>
      <button type="button" data-action="set-aside-seen" onClick={onSeen}>
        {text('set_aside_seen')}
      </button>
    </section>
  );
}
