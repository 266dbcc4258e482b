import { useState } from 'preact/hooks';
import { useLocale } from './locale.ts';

export interface TakeAway {
  /** Says whether the browser let it. */
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onSave: (name: string, text: string) => void;
}

interface Props extends TakeAway {
  readonly what: 'report' | 'field-outcome';
  /** What the text is, for those who do not see where it stands. */
  readonly label: string;
  readonly text: string;
  readonly fileName: string;
}

const said = {
  copied: 'report_copied',
  failed: 'report_copy_failed',
  saved: 'report_saved',
} as const;

/** A text that a person may hand on: all of it is shown before it can be copied or saved. */
export function ShownInFull({ what, label, text: shown, fileName, onCopy, onSave }: Props) {
  const { text } = useLocale();
  // Of which text it was said: of another one nothing has been done yet.
  const [done, setDone] = useState<{ text: string; what: keyof typeof said }>();

  return (
    <section class="full" aria-label={label}>
      <pre {...{ [`data-${what}`]: '' }}>{shown}</pre>
      <div class="actions">
        <button
          type="button"
          data-action="copy"
          onClick={async () =>
            setDone({ text: shown, what: (await onCopy(shown)) ? 'copied' : 'failed' })
          }
        >
          {text('report_copy')}
        </button>
        <button
          type="button"
          data-action="save"
          onClick={() => {
            onSave(fileName, shown);
            setDone({ text: shown, what: 'saved' });
          }}
        >
          {text('report_save')}
        </button>
        <p class="said" role="status">
          {done?.text === shown && text(said[done.what])}
        </p>
      </div>
    </section>
  );
}
