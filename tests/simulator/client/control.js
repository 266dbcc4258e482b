import { ask } from './dialog.js';
import { element, hashed } from './element.js';
import { save } from './wire.js';

const SPRING_MS = 600;

/** One switch, with everything that can be wrong with it. Answers with a way to tell it the state that the server has. */
export function mountControl(main, one, value, behaviour, signal) {
  const { key, label, hook } = one;
  const { page, saving, hydrateMs, pace, words } = behaviour;
  let live = hydrateMs === 0;
  let shown = live && value;
  let row = build();
  if (page === 'hidden-copy') main.append(hiddenCopy());
  place(main, page, row);
  if (page === 'two-switches') main.append(decoy());

  if (!live) {
    setTimeout(() => {
      live = true;
      shown = value;
      paint();
    }, hydrateMs / pace);
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
    const named = hook === 'id' ? { id, 'aria-label': label } : { 'aria-labelledby': id };
    const input = element('input', { type: 'checkbox', role: 'switch', ...named });
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
      element('span', { ...(hook !== 'id' && { id }), class: hashed('label') }, label),
      ...(words ? [element('span', { class: 'state-word' })] : []),
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
    const said = page === 'word-contradicts' ? !shown : shown;
    const word = place.querySelector('.state-word');
    if (word) word.textContent = said ? words.on : words.off;
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
    const { textContent: word } = row.querySelector('.state-word') ?? {};
    if (saving !== 'unmoved') shown = wanted;
    paint();
    if (saving === 'vanishes') row.remove();
    if (saving === 'renames-id') rename(row, key, 'someOtherSwitch');
    if (saving === 'stale-word') row.querySelector('.state-word').textContent = word;
    if (await save(key, wanted)) return;
    setTimeout(() => {
      shown = !wanted;
      paint();
    }, SPRING_MS / pace);
  }

  function hiddenCopy() {
    const copy = decoy();
    copy.hidden = true;
    copy.style.display = 'none';
    return copy;
  }

  function decoy() {
    const twin = build();
    twin.querySelector('input').checked = false;
    twin.querySelector('.setting-toggle__toggle').dataset.shown = 'false';
    return twin;
  }

  function every(ms, act) {
    const timer = setInterval(act, ms / pace);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  return {
    tell(told) {
      if (told === shown || told === undefined || hydrateMs > 0 || behaviour.dataMs === 0) return;
      shown = told;
      paint();
    },
  };
}

function rename(row, id, other) {
  row.querySelector(`#${id}`).id = other;
  row.querySelector(`[aria-labelledby="${id}"]`)?.setAttribute('aria-labelledby', other);
}

/** Puts a switch into the page, into an open shadow root of it, or into a frame of its origin. */
function place(main, page, row) {
  if (page === 'in-shadow') {
    const host = element('settings-card');
    main.append(host);
    host.attachShadow({ mode: 'open' }).append(row);
  } else if (page === 'in-frame') {
    const frame = element('iframe', { title: 'Setting', srcdoc: '<main></main>' });
    frame.addEventListener('load', () => frame.contentDocument.querySelector('main').append(row));
    main.append(frame);
  } else {
    main.append(row);
  }
}
