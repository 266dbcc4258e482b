import { mountControl } from './control.js';
import { ask } from './dialog.js';
import { element, hashed } from './element.js';
import { card, state } from './wire.js';

/** Answers false when the server will not tell this page. */
export async function showSetting(main, path, signal) {
  const known = await card(path);
  if (known === undefined) return false;
  if (signal.aborted) return true;
  const { title, text, switches, odd, behaviour } = known;
  main.replaceChildren(
    element('h1', { class: hashed('title') }, title),
    element('p', { class: hashed('text') }, text),
  );
  if (odd) main.append(element('div', { id: odd, 'aria-label': odd }));
  if (behaviour.page === 'dialog-open') ask('Choose your cookies', ['Close'], signal);

  const asked = Promise.all(switches.map(({ key }) => state(key)));
  const values = behaviour.dataMs > 0 ? switches.map(() => false) : await asked;
  if (values.includes(undefined)) return false;
  await new Promise((done) => setTimeout(done, behaviour.delayMs / behaviour.pace));
  if (signal.aborted || behaviour.page === 'missing-control') return true;
  const mounted = switches.map((one, index) =>
    mountControl(main, one, values[index], behaviour, signal),
  );
  const told = await asked;
  for (const [index, control] of mounted.entries()) control.tell(told[index]);
  return true;
}
