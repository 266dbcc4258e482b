import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { skeletonOf } from '../../../scripts/fixture-skeleton.ts';
import { services } from '../../../src/catalogue/index.ts';
import { ordersAt } from '../../../src/core/messages/orders.ts';
import { positions, strategies, unknownReasons } from '../../../src/core/reading/reading.ts';
import {
  type PageReport,
  pageReportSchema,
  reportWordsOf,
} from '../../../src/core/report/page-report.ts';
import * as reportWords from '../../../src/core/report/report-words.ts';
import { sampleReport } from '../../fixtures/sample-report.ts';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';

const HOOK = 'allowDataForGenerativeAI';
const words = reportWordsOf(services);
const schema = pageReportSchema(words);
const { version, browser, key, place, reading } = sampleReport;
const stateWords = { on: ['On'], off: ['Off'] };
const about = {
  version,
  browser,
  key,
  place,
  reading,
  strategies: sampleReport.strategies,
  hooks: words.hooks,
};

type Code = typeof import('../structure-entry.ts');

let lab: PageLab<Code>;
let tab: Tab<Code>;

beforeAll(async () => {
  lab = await openPageLab<Code>(inject('browser'), 'structure-entry.ts');
  tab = await lab.tab();
});
afterAll(() => lab?.close());

function report(): Promise<PageReport> {
  return tab.run(
    (lab, about, stateWords) =>
      lab.reportOf(document, {
        ...about,
        statedPosition: (control) => lab.statedPosition(control, stateWords),
      }),
    about,
    stateWords,
  );
}

async function reportOn(html: string): Promise<PageReport> {
  const told = await tab.ask(
    html,
    async (lab, about, stateWords) => {
      await lab.framesLoaded();
      return lab.reportOf(document, {
        ...about,
        statedPosition: (control) => lab.statedPosition(control, stateWords),
      });
    },
    about,
    stateWords,
  );
  return schema.parse(told);
}

async function switchOn(html: string) {
  const [control] = (await reportOn(html)).switches;
  if (!control) throw new Error('no switch is in the report');
  return control;
}

/** Every string that a report may hold, told apart from the schema. */
const ours = new Set<unknown>([
  ...Object.values(reportWords).flatMap((list) => (Array.isArray(list) ? list : [])),
  ...[...words.hooks, ...strategies, ...positions, ...unknownReasons],
  ...[version, browser.name, key, place, 'none', 'unknown'],
]);

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

function expectOnlyOurs(report: PageReport) {
  expect(stringsIn(report).filter((text) => !ours.has(text))).toEqual([]);
  expect(schema.safeParse(report).error?.issues ?? []).toEqual([]);
}

describe('a page full of personal data', () => {
  const inner = (who: string) => `
    <p id="${who}">Jane Doermann, jane.doermann@example.org, +49 171 4711815</p>
    <a href="https://www.linkedin.com/in/jane-doermann-4711">Janes profile</a>
    <input type="checkbox" role="switch" aria-labelledby="${who} urn:li:member:47114711"
      data-jane-doermann-4711="jane.doermann@example.org" checked aria-label="Doermann">`;
  const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const page = `
    <html lang="x-jane" data-member="urn:li:member:47114711"><head>
    <title>(4711) Jane Doermann | LinkedIn</title>
    <meta name="jane" content="jane.doermann@example.org">
    <script type="application/json">{"name": "Jane Doermann", "phone": "+491714711815"}</script>
    </head><body class="jane-doermann" id="doermann4711">
    <!-- Jane Doermann -->
    <header role="jane.doermann@example.org"><img alt="Jane Doermann" src="data:,jane"></header>
    <main aria-label="Settings of Jane Doermann" data-jane>
      <jane-doermann-card role="switch" aria-checked="Jane Doermann" jane.doermann="4711">
        Jane</jane-doermann-card>
      <doermann><button role="Switch Jane" aria-checked="true" aria-labelledby="${HOOK} jane"
        id="jane-doermann" onclick="jane()">+49 171 4711815</button></doermann>
      <input type="checkbox" id="${HOOK}" name="jane" value="jane.doermann@example.org"
        class="jane doermann 47114711" style="--jane: 4711" aria-labelledby="jane doermann">
      <input type="radio" name="Jane" tabindex="4711" aria-pressed="jane" title="Doermann">
      <form action="/in/jane" name="jane"><input name="id" value="Jane"><input name="title" value="Doermann">
        <label>Jane <input type="checkbox" aria-checked="4711"></label></form>
      <ul>${'<li role="jane">Jane <b>4711</b></li>'.repeat(123)}</ul>
      <jane-doermann><template shadowrootmode="open">${inner('jane-shadow')}
        <doermann-4711><template shadowrootmode="open">${inner('jane-inner')}</template></doermann-4711>
      </template></jane-doermann>
      <iframe name="jane" title="Doermann" srcdoc="${attribute(inner('jane-frame'))}"></iframe>
      <iframe sandbox name="doermann" srcdoc="${attribute(inner('jane-far'))}"></iframe>
      <svg id="jane"><text>Jane Doermann</text><doermann /></svg>
      <div role="dialog" aria-label="Jane Doermann" aria-modal="true">${inner('jane-dialog')}</div>
      ${inner('jane-many').repeat(40)}
    </main></body></html>`;
  const planted = [
    ...['jane', 'doermann', '4711', '815', 'example', '@', 'urn', 'member:', 'http', '.org'],
    ...['www', 'linkedin.com', '/in/', '+49', '171', '--', 'data-', 'card', 'profile', 'onclick'],
  ];
  let told: PageReport;
  let text: string;

  beforeAll(async () => {
    await tab.visit(page);
    await tab.run(() => {
      history.replaceState({ name: 'Jane' }, '', '/in/jane-doermann-4711?mail=jane#Doermann');
      const strange = document.createElementNS('urn:li:member:4711', 'jane:doermann');
      strange.setAttributeNS('urn:li:member:4711', 'jane:doermann', 'Jane');
      strange.setAttribute('role', 'checkbox');
      document.querySelector('main')?.prepend(strange);
    });
    told = await report();
    text = JSON.stringify(told).toLowerCase();
  });

  test('leaves nothing of it in the report', () => {
    expect(planted.filter((token) => text.includes(token))).toEqual([]);
    expectOnlyOurs(told);
  });

  test('leaves nothing of it in the report that the page’s own script takes', async () => {
    const { origin, pathname } = new URL(services[0]?.settings[0]?.open ?? '');
    const orders = ordersAt(services, origin, pathname);
    const request = { type: 'report.take', key, version, browser, reading, orders } as const;
    const taken = await tab.run((lab, request) => lab.takeReport(document, request), request);
    const text = JSON.stringify(taken).toLowerCase();
    expect(planted.filter((token) => text.includes(token))).toEqual([]);
    if (!taken) throw new Error('no report was taken');
    expectOnlyOurs(taken);
    expect(taken.switches).toEqual(told.switches);
  });

  test('was looked at all the same', () => {
    expect(told.page).toMatchObject({ shadowRoots: 2, frames: 1, unreadableFrames: 1 });
    expect(told.page).toMatchObject({ modalDialogs: 1, mainParts: 1, switches: 50 });
    expect(told.switches).toHaveLength(reportWords.MAX_SWITCHES);
    expect(told.roles.other).toBeGreaterThan(100);
    expect(told.switches.slice(0, 2).map(({ hook }) => hook)).toEqual([
      { 'aria-labelledby': HOOK, id: 'other' },
      { 'aria-labelledby': 'other', id: HOOK },
    ]);
    expect(told.switches).toContainEqual(
      expect.objectContaining({ tag: 'custom', ariaChecked: 'other', otherAttributes: 1 }),
    );
    expect(told.switches).toContainEqual(
      expect.objectContaining({ tag: 'other', role: 'checkbox' }),
    );
  });
});

describe('whatever stands in a page, wherever,', () => {
  /** In no word of ours, so that what was planted is known by it. */
  const MARK = 'zq';
  interface Planted {
    readonly tag: string;
    readonly attributes: readonly (readonly [string, string])[];
    readonly text: string;
    readonly kind: 'plain' | 'shadow' | 'frame';
    readonly children: readonly Planted[];
  }

  const name = fc.stringMatching(/^[a-z0-9-]{0,6}$/).map((rest) => `${MARK}${rest}`);
  const value = fc
    .tuple(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(MARK, 'ZQ', 'zQ'),
      fc.string({ maxLength: 8 }),
    )
    .map((parts) => parts.join(''));
  const tag = fc.oneof(
    fc.constantFrom(
      'div',
      'input',
      'button',
      'label',
      'main',
      'li',
      'form',
      'dialog',
      'td',
      'span',
    ),
    name,
    name.map((rest) => `${rest}-${MARK}`),
  );
  const attribute = fc.oneof(
    fc.tuple(
      fc.constantFrom(...['role', 'type', 'aria-checked', 'aria-pressed', 'aria-labelledby', 'id']),
      fc.oneof(fc.constantFrom('switch', 'checkbox', 'radio', 'true', HOOK), value),
    ),
    fc.tuple(fc.constantFrom('class', 'name', 'title', 'aria-label', 'style', 'href'), value),
    fc.tuple(name, value),
    value.map((text) => ['role', `switch ${text}`] as const),
    value.map((text) => ['aria-labelledby', `${text} ${HOOK}`] as const),
  );
  const { tree } = fc.letrec<{ tree: Planted }>((tie) => ({
    tree: fc.record({
      tag,
      attributes: fc.array(attribute, { maxLength: 5 }),
      text: value,
      kind: fc.constantFrom('plain', 'plain', 'shadow', 'frame'),
      children: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 })),
    }),
  }));

  test('nothing of it is in the report', async () => {
    expect([...ours].filter((word) => String(word).toLowerCase().includes(MARK))).toEqual([]);
    await tab.write('<body></body>');
    let switches = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 6 }), async (trees) => {
        await tab.run((_, trees) => {
          const grow = (parent: Node, planted: Planted) => {
            const document = parent.ownerDocument ?? (parent as Document);
            const isFrame = planted.kind === 'frame';
            const element = document.createElement(isFrame ? 'iframe' : planted.tag);
            for (const [name, value] of planted.attributes) element.setAttribute(name, value);
            parent.appendChild(element);
            let inside: Node = element;
            if (isFrame) inside = (element as HTMLIFrameElement).contentDocument?.body ?? element;
            else if (planted.kind === 'shadow') {
              try {
                inside = element.attachShadow({ mode: 'open' });
              } catch {
                // Not every element may have one.
              }
            }
            inside.appendChild(document.createTextNode(planted.text));
            for (const child of planted.children) grow(inside, child);
          };
          document.title = trees[0]?.text ?? '';
          document.body.replaceChildren();
          for (const planted of trees) grow(document.body, planted);
        }, trees);
        const told = await report();
        expect(JSON.stringify(told)).not.toMatch(/zq/i);
        expectOnlyOurs(told);
        switches += told.switches.length;
      }),
      { numRuns: 60 },
    );
    expect(switches).toBeGreaterThan(20);
  });
});

describe.concurrent('of a switch is told', () => {
  const control = `<input type="checkbox" role="switch" aria-labelledby="${HOOK}">`;
  const rows: readonly {
    name: string;
    html: string;
    is: Partial<PageReport['switches'][number]>;
  }[] = [
    {
      name: 'what it is',
      html: `<main><p id="${HOOK}">Data</p>${control}</main>`,
      is: {
        tag: 'input',
        type: 'checkbox',
        role: 'switch',
        attributes: ['type', 'role', 'aria-labelledby'],
        otherAttributes: 0,
        hook: { 'aria-labelledby': HOOK, id: 'none' },
        labelled: true,
        checked: false,
        ariaChecked: null,
        disabled: false,
        perceivable: true,
        hiddenBy: null,
        inMain: true,
        inDialog: false,
        inShadow: false,
        inFrame: false,
      },
    },
    {
      name: 'that its label is missing',
      html: control,
      is: { labelled: false, inMain: false },
    },
    {
      name: 'what it says by itself',
      html: '<button role="switch" aria-checked="mixed" disabled></button>',
      is: { tag: 'button', type: 'none', checked: null, ariaChecked: 'mixed', disabled: true },
    },
    {
      name: 'that it is pressed in',
      html: '<div role="button" tabindex="0" aria-pressed="true"></div>',
      is: { tag: 'div', role: 'button', ariaPressed: 'true', ariaChecked: null },
    },
    {
      name: 'the position that stands beside it',
      html: `<main><div>${control}<span>Off</span></div></main>`,
      is: { stated: 'off' },
    },
    {
      name: 'that it is locked from around it',
      html: `<div aria-disabled="true">${control}</div>`,
      is: { disabled: true },
    },
    {
      name: 'that it is inert',
      html: `<div inert><p aria-hidden="true">${control}</p></div>`,
      is: { perceivable: false, hiddenBy: 'inert' },
    },
    {
      name: 'that it is hidden from assistive technology',
      html: `<div aria-hidden="true">${control}</div>`,
      is: { perceivable: false, hiddenBy: 'aria-hidden' },
    },
    {
      name: 'that it is not rendered',
      html: `<div style="display: none">${control}</div>`,
      is: { perceivable: false, hiddenBy: 'not-rendered' },
    },
    {
      name: 'that it stands in a dialog',
      html: `<dialog open><section>${control}</section></dialog>`,
      is: {
        inDialog: true,
        ancestors: [
          { tag: 'section', role: 'region', holds: null },
          { tag: 'dialog', role: 'dialog', holds: null },
          { tag: 'body', role: null, holds: null },
          { tag: 'html', role: 'document', holds: null },
        ],
      },
    },
    {
      name: 'that it stands in a shadow root',
      html: `<main><x-card><template shadowrootmode="open"><p>${control}</p></template></x-card></main>`,
      is: {
        inShadow: true,
        inMain: true,
        ancestors: [
          { tag: 'p', role: null, holds: null },
          { tag: 'custom', role: null, holds: 'shadow' },
          { tag: 'main', role: 'main', holds: null },
          { tag: 'body', role: null, holds: null },
          { tag: 'html', role: 'document', holds: null },
        ],
      },
    },
  ];
  test.each(rows)('$name', async ({ html, is }) => {
    expect(await switchOn(html)).toMatchObject(is);
  });

  test('that it stands in a frame', async () => {
    const framed = await switchOn(
      `<main><iframe srcdoc="${control.replaceAll('"', "'")}"></iframe></main>`,
    );
    expect(framed).toMatchObject({ inFrame: true, inShadow: false, inMain: true });
    expect(framed.ancestors.map(({ tag, holds }) => holds ?? tag)).toEqual([
      ...['body', 'html', 'frame', 'main', 'body', 'html'],
    ]);
  });

  test('that it is indeterminate', async () => {
    const script = "document.querySelector('input').indeterminate = true";
    expect(await switchOn(`${control}<script>${script}</script>`)).toMatchObject({
      indeterminate: true,
      checked: false,
    });
  });
});

test('of many switches the known one is told, and those of the main part before others', async () => {
  const others = '<input type="checkbox">'.repeat(40);
  const known = `<input type="checkbox" aria-labelledby="${HOOK}">`;
  const told = await reportOn(`${others}<main><input type="radio"></main>${known}`);
  expect(told.page.switches).toBe(42);
  expect(told.switches[0]?.hook['aria-labelledby']).toBe(HOOK);
  expect(told.switches[1]?.type).toBe('radio');
});

test('of the page is told what stands in a reader’s way', async () => {
  const told = await reportOn(
    `<main aria-busy="true"><input type="password"><input type="password" hidden></main>
     <div role="alertdialog"></div><div role="dialog" aria-modal="true">x</div><x-a></x-a>`,
  );
  expect(told.page).toMatchObject({ ready: 'complete', busy: true, passwordFields: 1 });
  expect(told.page).toMatchObject({ dialogs: 2, modalDialogs: 1, customElements: 1 });
  expect(told.page.elements).toBe(9);
});

describe('the skeleton that is made of a report has the structure of the page:', () => {
  const pages: readonly { name: string; html: string }[] = [
    {
      name: 'a setting’s own page',
      html: `<main><h1>Data</h1><section><ul><li><p id="${HOOK}">Data</p><div>
        <input class="a" type="checkbox" role="switch" aria-labelledby="${HOOK}" checked data-x>
        <span>On</span></div></li></ul></section></main>`,
    },
    {
      name: 'switches of every kind',
      html: `<main>
        <div><button role="switch" aria-checked="mixed" id="${HOOK}" disabled></button></div>
        <div><x-toggle role="switch" aria-checked="maybe" tabindex="0"></x-toggle></div>
        <div aria-hidden="true"><input type="checkbox" id="b"></div>
        <div inert><label><input type="radio" name="a"></label></div>
        <div hidden><div role="menuitemcheckbox" aria-disabled="true"></div></div>
        <div aria-disabled="true"><span role="button" aria-pressed="false"></span></div>
        </main><footer><input type="checkbox" aria-label="x"></footer>`,
    },
    {
      name: 'shadow roots',
      html: `<main><x-card><template shadowrootmode="open"><div><x-row>
        <template shadowrootmode="open"><span id="${HOOK}"></span><p>
        <input type="checkbox" aria-labelledby="${HOOK}"></p></template>
        </x-row></div></template></x-card></main>`,
    },
    {
      name: 'a frame',
      html: `<main><section><iframe srcdoc="<!doctype html><div><input type=checkbox
        role=switch aria-labelledby=${HOOK}></div>"></iframe></section></main>`,
    },
    {
      name: 'a page that is covered and loading',
      html: `<main aria-busy="true"></main><div role="dialog" aria-modal="true"></div>
        <input type="password"><iframe sandbox srcdoc=""></iframe>`,
    },
  ];
  test.each(pages)('$name', async ({ html }) => {
    await tab.visit(html);
    const before = schema.parse(await report());
    await tab.visit(skeletonOf(before, { on: 'On', off: 'Off' }));
    const after = schema.parse(await report());
    expect(after.switches).toEqual(before.switches);
    const { elements: _, ...obstacles } = before.page;
    expect(after.page).toMatchObject(obstacles);
  });
});
