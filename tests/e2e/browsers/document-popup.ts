import type { Popup } from './index.ts';
import { orElse, waitUntil } from './wait.ts';

/** The part of a popup's driver that needs nothing but its document. */
export function documentPopup(
  evaluate: Popup['evaluate'],
): Pick<Popup, 'evaluate' | 'select' | 'waitFor' | 'attribute' | 'text'> {
  return {
    evaluate,
    select: (selector, value) =>
      evaluate(
        (doc, wanted, choice) => {
          const field = doc.querySelector<HTMLSelectElement>(wanted);
          if (field === null) throw new Error(`no ${wanted} in the popup`);
          field.value = choice;
          if (field.value !== choice) throw new Error(`${wanted} does not offer ${choice}`);
          for (const type of ['input', 'change']) {
            field.dispatchEvent(new Event(type, { bubbles: true }));
          }
        },
        selector,
        value,
      ),
    waitFor: async (selector, timeoutMs = 15_000) => {
      const isThere = () => evaluate((doc, wanted) => doc.querySelector(wanted) !== null, selector);
      try {
        await waitUntil(
          `${selector} in the popup`,
          async () => (await isThere()) || undefined,
          timeoutMs,
        );
      } catch (error) {
        const shown = evaluate((doc) => `${doc.readyState}: ${doc.body.innerHTML.slice(0, 2_000)}`);
        throw new Error(`The popup shows ${await orElse(shown, 'nothing any more')}`, {
          cause: error,
        });
      }
    },
    attribute: (selector, name) =>
      evaluate(
        (doc, wanted, attribute) => {
          const found = doc.querySelector(wanted);
          if (found === null) throw new Error(`no ${wanted} in the popup`);
          return found.getAttribute(attribute);
        },
        selector,
        name,
      ),
    text: (selector) =>
      evaluate((doc, wanted) => {
        const found = doc.querySelector(wanted);
        if (found === null) throw new Error(`no ${wanted} in the popup`);
        return found.textContent ?? '';
      }, selector),
  };
}
