import { useState } from 'preact/hooks';
import type { ImportResult } from '../../../core/history/exchange.ts';
import { wordKey } from '../../../core/language/words.ts';
import type { SettingKey } from '../../../core/recipe/setting-key.ts';
import { useLocale } from '../../words/locale.ts';
import { SaveHistory, type SaveHistoryProps } from './save-history.tsx';

/** A file may name any number of settings. */
const MOST_NAMED = 5;

export interface HistoryFilesProps extends SaveHistoryProps {
  /** `undefined` where it could not be done. */
  readonly onImport: (file: File) => Promise<ImportResult | undefined>;
  readonly titleOf: (key: SettingKey) => string;
}

/** The history out to a file, and back in from one. */
export function HistoryFiles({ isEmpty, onSave, onImport, titleOf }: HistoryFilesProps) {
  const { text } = useLocale();
  const [result, setResult] = useState<ImportResult | 'failed'>();

  return (
    <section class="outcome" aria-labelledby="history-files">
      <h2 id="history-files">{text('history_files_title')}</h2>
      <p>{text('history_files_what')}</p>
      <SaveHistory isEmpty={isEmpty} onSave={onSave} />
      <p>{text('history_import_what')}</p>
      <div class="actions">
        <label class="file">
          {text('history_import')}
          <input
            type="file"
            name="history"
            accept=".json,application/json"
            onChange={async ({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (!file) return;
              setResult(undefined);
              setResult((await onImport(file)) ?? 'failed');
              // The same file may be chosen again.
              currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <div role="status" data-import={codeOf(result)}>
        {result === 'failed' && <p class="notice">{text('history_import_failed')}</p>}
        {result && result !== 'failed' && <Imported result={result} titleOf={titleOf} />}
      </div>
    </section>
  );
}

function codeOf(result: ImportResult | 'failed' | undefined): string | undefined {
  if (result === undefined || result === 'failed') return result;
  return result.ok ? 'done' : result.problem;
}

interface ImportedProps extends Pick<HistoryFilesProps, 'titleOf'> {
  readonly result: ImportResult;
}

function Imported({ result, titleOf }: ImportedProps) {
  const { text, count, number, list } = useLocale();
  if (!result.ok) return <p class="notice">{text(wordKey('import', result.problem))}</p>;

  const { added, leftOut } = result;
  const named = leftOut.slice(0, MOST_NAMED);
  const unnamed = leftOut.length - named.length;
  return (
    <div>
      {added.length === 0 && <p>{text('history_import_nothing')}</p>}
      {added.length > 0 && (
        <>
          <p>{text('history_import_added')}</p>
          <ul>
            {added.map(({ key, count: times }) => (
              <li key={key} data-added-to={key} data-count={times}>
                {text('labelled', titleOf(key), number(times))}
              </li>
            ))}
          </ul>
        </>
      )}
      {leftOut.length > 0 && (
        <p data-left-out={leftOut.length}>
          {text('history_import_left_out', list(named))}
          {unnamed > 0 && ` ${count('history_import_left_out_more', unnamed)}`}
        </p>
      )}
    </div>
  );
}
