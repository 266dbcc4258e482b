import { TakeAwayActions } from './export-actions.tsx';

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

/** A text that a person may hand on: all of it is shown before it can be copied or saved. */
export function ShownInFull({ what, label, text: shown, fileName, onCopy, onSave }: Props) {
  return (
    <section class="full" aria-label={label}>
      <pre {...{ [`data-${what}`]: '' }}>{shown}</pre>
      <TakeAwayActions taken={shown} onCopy={onCopy} onSave={() => onSave(fileName, shown)} />
    </section>
  );
}
