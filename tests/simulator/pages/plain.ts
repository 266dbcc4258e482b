import { escaped, frame, notice } from './frame.ts';

export function plainPage(lang: string, title: string, text: string): string {
  return frame({
    title,
    lang,
    body: `${notice()}<main><h1>${escaped(title)}</h1><p>${escaped(text)}</p></main>`,
  });
}
