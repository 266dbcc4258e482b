import { perceivable } from './perceivable.ts';

/** The page's main part, where a person would look for a setting. */
export function mainPart(document: Document): Element | undefined {
  return perceivable(document, 'main, [role="main"]')[0];
}
