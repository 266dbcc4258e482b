import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLocale } from '../../words/locale.ts';

interface Props {
  /** What is taken away. */
  readonly taken: string;
  /** Says whether the browser let it. */
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onSave: () => void;
  /** To take it away is what its place is for. */
  readonly leads?: boolean;
  /** What else can be done with it. */
  readonly children?: ComponentChildren;
}

const said = {
  copied: 'report_copied',
  failed: 'report_copy_failed',
  saved: 'report_saved',
} as const;

/** Copy, save, and what came of it. */
export function TakeAwayActions({ taken, onCopy, onSave, leads = false, children }: Props) {
  const { text } = useLocale();
  // Of which text it was said: of another one nothing has been done yet.
  const [done, setDone] = useState<{ text: string; what: keyof typeof said }>();
  return (
    <div class="actions">
      <button
        type="button"
        class={leads ? 'primary' : undefined}
        data-action="copy"
        onClick={async () =>
          setDone({ text: taken, what: (await onCopy(taken)) ? 'copied' : 'failed' })
        }
      >
        {text('report_copy')}
      </button>
      <button
        type="button"
        data-action="save"
        onClick={() => {
          onSave();
          setDone({ text: taken, what: 'saved' });
        }}
      >
        {text('report_save')}
      </button>
      {children}
      <p class="said" role="status">
        {done?.text === taken && text(said[done.what])}
      </p>
    </div>
  );
}
