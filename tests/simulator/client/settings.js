import { showList } from './list.js';
import { showSetting } from './setting.js';

let leaving = new AbortController();

async function show(firstLoad) {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const main = document.querySelector('main');
  main.replaceChildren();
  const path = location.pathname.replace(/^\/mypreferences\/[dms]\//, '').replace(/\/$/, '');
  const category = /^categories\/(\w+)$/.exec(path)?.[1];
  const shown = await (category === undefined
    ? showSetting(main, path, signal)
    : showList(main, category, signal));
  if (shown || signal.aborted) return;
  // The full load lets the server answer with the wall, redirect or error that it means.
  if (firstLoad) main.textContent = 'Something went wrong.';
  else location.reload();
}

document.addEventListener('click', (event) => {
  const row = event.target.closest('a[data-in-page]');
  if (row === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', row.href);
  show(false);
});
window.addEventListener('popstate', () => show(false));
show(true);
