export const NOTICE = 'Simulator – not LinkedIn';

export interface Framed {
  readonly title: string;
  readonly lang?: string;
  /** Names of files in `client/`. */
  readonly scripts?: readonly string[];
  readonly style?: string;
  readonly body: string;
}

/** What every page has in common; plain on purpose, so that nobody takes it for the real site. */
export function frame({ title, lang = 'en', scripts = [], style = '', body }: Framed): string {
  const tags = scripts.map((name) => `<script type="module" src="/simulator/${name}"></script>`);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} | ${NOTICE}</title>
<style>
body { margin: 0; font: 16px/1.5 monospace; color: #222; background: #fdfdf6; }
.notice { margin: 0; padding: 4px 16px; color: #fff; background: #7a1f5c; }
main { display: block; max-width: 720px; padding: 16px; }
${style}
</style>
${tags.join('\n')}
</head>
<body>
${body}
</body>
</html>
`;
}

export function notice(): string {
  return `<p class="notice">${NOTICE}</p>`;
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
