import { useState } from 'preact/hooks';
import { type HistoryFormat, historyFormats } from '../../../core/history/exchange.ts';
import type { MessageKey } from '../../../core/language/words.ts';
import { useLocale } from '../../words/locale.ts';

export interface SaveHistoryProps {
  readonly isEmpty: boolean;
  /** Says whether the file was made. */
  readonly onSave: (format: HistoryFormat) => Promise<boolean>;
}

const labels: Readonly<Record<HistoryFormat, MessageKey>> = {
  json: 'history_save_json',
  csv: 'history_save_csv',
};

export function SaveHistory({ isEmpty, onSave }: SaveHistoryProps) {
  const { text } = useLocale();
  const [saved, setSaved] = useState<boolean>();

  return (
    <div class="actions">
      {historyFormats.map((format) => (
        <button
          key={format}
          type="button"
          data-action={`save-${format}`}
          disabled={isEmpty}
          onClick={async () => setSaved(await onSave(format))}
        >
          {text(labels[format])}
        </button>
      ))}
      <p class="said" role="status">
        {saved !== undefined && text(saved ? 'report_saved' : 'history_save_failed')}
      </p>
    </div>
  );
}
