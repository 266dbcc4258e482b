import { mountControl } from '/simulator/control.js';
import { element, hashed } from '/simulator/element.js';

performance.mark('bench:start');

const RENDER_AFTER_MS = 300;
const LINKS = 40;
const ROW_ELEMENTS = 4;
const BURSTS = 40;
const BURST_EVERY_MS = 50;
const BURST_ELEMENTS = 125;

const play = JSON.parse(document.body.dataset.play);
const main = document.querySelector('main');

document.querySelector('nav').append(...Array.from({ length: LINKS }, link));
setTimeout(render, RENDER_AFTER_MS);
if (play.stormAfterMs !== undefined) setTimeout(storm, play.stormAfterMs);

function render() {
  const list = element('ul', { class: hashed('list') });
  const missing = play.elements - document.querySelectorAll('*').length;
  list.append(...Array.from({ length: Math.max(0, missing / ROW_ELEMENTS) }, row));
  main.append(element('h1', { class: hashed('title') }, 'Settings'), list);
  if (play.switch !== 'none') setTimeout(renderSwitch, RENDER_AFTER_MS);
}

function renderSwitch() {
  performance.mark('bench:switch');
  document.body.dataset.switchAt = String(Date.now());
  mountControl(
    main,
    { key: 'allowDataForGenerativeAI', label: 'Use my data for training' },
    play.switch === 'on',
    { page: 'normal', saving: 'ok', hydrateMs: 0 },
    new AbortController().signal,
  );
}

function storm() {
  const target = main.appendChild(element('ul'));
  let left = BURSTS;
  const timer = setInterval(() => {
    for (let each = 0; each < BURST_ELEMENTS; each++) target.append(element('li', {}, 'More'));
    if (--left === 0) clearInterval(timer);
  }, BURST_EVERY_MS);
}

function link(_, index) {
  return element('a', { href: '/feed/', class: hashed('link') }, `Place ${index}`);
}

function row(_, index) {
  return element(
    'li',
    { class: hashed('item') },
    element(
      'a',
      { href: '/feed/', class: hashed('row') },
      element('span', {}, `Setting ${index}`),
      element('span', {}, 'On'),
    ),
  );
}
