import { ask } from './dialog.js';
import { element, hashed } from './element.js';
import { save } from './wire.js';

const SPRING_MS = 600;

/** One switch, with everything that can be wrong with it. */
export function mountControl(main, { key, label }, value, { page, saving, hydrateMs }, signal) {
  let live = hydrateMs === 0;
  let shown = live && value;
  let row = build();
  main.append(row);
  if (page === 'two-switches') main.append(decoy());

  if (!live) {
    setTimeout(() => {
      live = true;
      shown = value;
      paint();
    }, hydrateMs);
  }
  if (page === 'rerenders') {
    every(200, () => {
      const fresh = build();
      row.replaceWith(fresh);
      row = fresh;
    });
  }
  if (page === 'flickers') {
    every(300, () => {
      shown = !shown;
      paint();
    });
  }

  function build() {
    const id = page === 'renamed-id' ? 'someOtherSwitch' : key;
    const input = element('input', { type: 'checkbox', role: 'switch', 'aria-labelledby': id });
    input.disabled = page === 'locked';
    input.addEventListener('click', pressed);
    input.addEventListener('change', () => live && keep(input.checked));
    // Like the real one it stands beside the input and passes the press on.
    const widget = element('span', {
      class: `setting-toggle__toggle ${hashed('toggle')}`,
      'aria-hidden': 'true',
    });
    widget.addEventListener('click', () => input.click());
    const made = element(
      'div',
      { class: `switch-row ${hashed('row')}` },
      element('span', { id, class: hashed('label') }, label),
      input,
      widget,
    );
    paint(made);
    return made;
  }

  function paint(place = row) {
    const input = place.querySelector('input');
    input.checked = shown;
    input.indeterminate = page === 'mixed';
    if (page === 'contradiction') input.setAttribute('aria-checked', String(!shown));
    place.querySelector('.setting-toggle__toggle').dataset.shown =
      page === 'mixed' ? 'mixed' : String(shown);
  }

  async function pressed(event) {
    if (!live) return;
    if (saving === 'ignored') event.preventDefault();
    if (saving !== 'asks') return;
    event.preventDefault();
    const wanted = !shown;
    if ((await ask('Are you sure?', ['Cancel', 'Confirm'], signal)) === 'Confirm') keep(wanted);
  }

  async function keep(wanted) {
    shown = wanted;
    paint();
    if (await save(key, wanted)) return;
    setTimeout(() => {
      shown = !wanted;
      paint();
    }, SPRING_MS);
  }

  function decoy() {
    const twin = build();
    twin.querySelector('input').checked = false;
    twin.querySelector('.setting-toggle__toggle').dataset.shown = 'false';
    return twin;
  }

  function every(ms, act) {
    const timer = setInterval(act, ms);
    signal.addEventListener('abort', () => clearInterval(timer));
  }
}
