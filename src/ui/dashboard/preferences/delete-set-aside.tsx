import { useLocale } from '../../words/locale.ts';

/** What nobody can read, deleted alone: it may take the room of what is read. */
export function DeleteSetAside({ onDelete }: { readonly onDelete: () => void }) {
  const { text } = useLocale();
  return (
    <section class="page" aria-labelledby="delete-set-aside">
      <h3 id="delete-set-aside">{text('delete_set_aside_title')}</h3>
      <p>{text('delete_set_aside_text')}</p>
      <button type="button" data-action="delete-set-aside" onClick={onDelete}>
        {text('delete_set_aside_offer')}
      </button>
    </section>
  );
}
