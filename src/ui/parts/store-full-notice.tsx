import { useLocale } from '../words/locale.ts';

/** Told while the store has no room: what is read may be lost, and the person can make room. */
export function StoreFullNotice({ onMakeRoom }: { readonly onMakeRoom?: () => void }) {
  const { text } = useLocale();
  return (
    <section class="notice" role="alert" data-notice="store-full">
      <strong>{text('store_full_title')}</strong>
      <p>{text('store_full_text')}</p>
      {onMakeRoom && (
        <button type="button" data-action="make-room" onClick={onMakeRoom}>
          {text('store_full_make_room')}
        </button>
      )}
    </section>
  );
}
