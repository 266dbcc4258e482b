import { render } from 'preact';
import type { EvidenceFile } from '../../../core/report/evidence-report.ts';
import { type Locale, LocaleContext } from '../../words/locale.ts';
import { EvidenceArticle, inFile } from './evidence-article.tsx';
import style from './evidence-file.css?inline';

/** Nothing that the file could name is loaded or run, whatever stands in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export function evidenceJson(file: EvidenceFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** One file that needs no other. Drawn by the browser, which escapes all text in it. */
export function evidenceHtml(file: EvidenceFile, locale: Locale): string {
  const detached = document.createElement('div');
  render(
    <LocaleContext.Provider value={locale}>
      <EvidenceDocument file={file} locale={locale} />
    </LocaleContext.Provider>,
    detached,
  );
  const html = detached.innerHTML;
  render(null, detached);
  return `<!doctype html>\n${html}\n`;
}

interface Props {
  readonly file: EvidenceFile;
  readonly locale: Locale;
}

function EvidenceDocument({ file, locale: { text, language, direction } }: Props) {
  const { service, title } = file.setting;
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${text('evidence_title')}: ${service}, ${title}`}</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <EvidenceArticle file={file} headings={inFile} />
          <details>
            <summary>{text('evidence_json')}</summary>
            <pre>{evidenceJson(file)}</pre>
          </details>
        </main>
        <footer>
          <p class="small">{text('evidence_not_affiliated', service)}</p>
        </footer>
      </body>
    </html>
  );
}
