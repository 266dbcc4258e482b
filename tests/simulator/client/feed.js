// Taken before any extension has had time to add to it.
const asServed = document.body.innerHTML;

/** What a framework does when it throws its tree away: whatever stood in the body is gone. */
function rerender() {
  const fresh = new DOMParser().parseFromString(asServed, 'text/html');
  document.body.replaceChildren(...fresh.body.childNodes);
  count('renders');
}

function count(name) {
  const { dataset } = document.documentElement;
  dataset[name] = String(Number(dataset[name] ?? 0) + 1);
}

window.rerender = rerender;

// Tells a test that the page's own controls can still be reached with the mouse.
document.addEventListener('click', (event) => {
  const name = event.target.closest('[data-name]')?.dataset.name;
  if (name === undefined) return;
  document.documentElement.dataset.pressed = name;
  if (name === 'rerender') rerender();
});
