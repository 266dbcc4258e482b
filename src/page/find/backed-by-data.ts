import type { Ended, Requests } from '../watch/requests.ts';
import { isCheckbox } from './snapshot.ts';

/** How long after its answer a page may still be putting it on the screen, in milliseconds. */
const SHOWN_AFTER_MS = 3_000;

/**
 * Whether a control speaks for the page's data: the page's own request for it has been answered, and
 * a script has put the control where it stands. A checkbox that nobody has set is unticked, whatever
 * the truth: a page may take long to bring it to life.
 */
export function isBackedByData(
  control: Element,
  request: string | undefined,
  requests: Requests,
): boolean {
  return request !== undefined && isAnswered(requests(request)) && !isPristine(control);
}

function isAnswered(ended: readonly Ended[]): boolean {
  return ended.some(({ responseEnd, responseStatus }) => {
    // A request that failed or was given up has an end as well, and no status.
    const isAnswer = responseStatus >= 200 && responseStatus < 400;
    const isShown = performance.now() - responseEnd >= SHOWN_AFTER_MS;
    return isAnswer && isShown;
  });
}

/**
 * A checkbox follows its `checked` attribute until somebody sets it. Tried on a copy in a document
 * without a window, so that nothing of the page's runs.
 */
function isPristine(control: Element): boolean {
  if (!isCheckbox(control)) return false;
  const nowhere = control.ownerDocument.implementation.createHTMLDocument();
  const copy = nowhere.importNode(control);
  copy.toggleAttribute('checked');
  return copy.checked !== control.checked;
}
