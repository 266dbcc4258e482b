import { ask } from './dialog.js';
import { element, hashed } from './element.js';
import { rows } from './wire.js';

/** Answers false when the server will not tell this page. */
export async function showList(main, category, signal) {
  const known = await rows(category);
  if (known === undefined) return false;
  await new Promise((done) => setTimeout(done, known.behaviour.delayMs / known.behaviour.pace));
  if (signal.aborted) return true;
  if (known.behaviour.page === 'dialog-open') ask('Choose your cookies', ['Close'], signal);
  main.replaceChildren(
    element('h1', { class: hashed('title') }, known.title),
    element('ul', { class: hashed('list') }, ...known.rows.map(row)),
  );
  return true;
}

function row({ href, name, state }) {
  return element(
    'li',
    { class: hashed('item') },
    element(
      'a',
      { href, class: hashed('link'), 'data-in-page': '' },
      element('span', {}, name),
      ...(state === undefined ? [] : [' ', element('span', {}, state)]),
    ),
  );
}
