import { useLocale } from '../../words/locale.ts';

export interface SetAsideProps {
  /** There is a copy to be saved. */
  readonly isKept: boolean;
  readonly onSave: () => void;
  readonly onDelete: () => void;
}

/** What could not be read, saved or deleted alone: it may take the room of what is read. */
export function SetAsideView({ isKept, onSave, onDelete }: SetAsideProps) {
  const { text } = useLocale();
  return (
    <section class="page" aria-labelledby="set-aside">
      <h3 id="set-aside">{text('delete_set_aside_title')}</h3>
      <p>
        {text('delete_set_aside_text')} {text('delete_set_aside_until')}
      </p>
      <div class="actions">
        {isKept && (
          <button type="button" data-action="save-set-aside" onClick={onSave}>
            {text('report_save')}
          </button>
        )}
        <button type="button" data-action="delete-set-aside" onClick={onDelete}>
          {text('delete_set_aside_offer')}
        </button>
      </div>
    </section>
  );
}
