import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { knownId, rowOrder, sought } from '../ai-training.ts';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';

let lab: PageLab;
let tab: Tab;

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
  tab = await lab.tab();
});
afterAll(() => lab?.close());

interface Row {
  readonly name: string;
  readonly html: string;
}

/** @param status what the page's own address is said to have answered */
function lookAtControl(html: string, status?: number) {
  return tab.ask(
    html,
    async (lab, sought, status) => {
      await lab.framesLoaded();
      const all = { ...sought, leftOver: new WeakSet<Element>() };
      const look = () => lab.lookAtControl(lab.sceneNow(), all, lab.closer);
      const { reading, control } = lab.answeredWith(status, look);
      return { reading, control: control?.id };
    },
    sought,
    status,
  );
}

/** @param status what the page's own address is said to have answered */
function lookAtRow(html: string, status?: number) {
  return tab.ask(
    html,
    async (lab, order, status) => {
      await lab.framesLoaded();
      const look = () => lab.lookAtRow(lab.sceneNow(), order);
      const { reading, control } = lab.answeredWith(status, look);
      return { reading, control: control?.id };
    },
    rowOrder,
    status,
  );
}

const unknown = (reason: string) => ({ reading: { state: 'unknown', reason } });
const off = `<input type="checkbox" role="switch" aria-labelledby="${knownId}" id="c">`;
const on = off.replace('>', ' checked>');
const shadow = (html: string) => `<div><template shadowrootmode="open">${html}</template></div>`;
const frame = (html: string) => `<iframe srcdoc='${html}'></iframe>`;
const signIn = '<form><input name="user"><input type="password"></form>';

describe.concurrent('a page without the control', () => {
  const rows: (Row & { reason: string; status?: number })[] = [
    {
      name: 'with a sign-in form is signed out',
      html: `<main>${signIn}</main>`,
      reason: 'signed-out',
    },
    {
      name: 'with a sign-in form outside an empty main part is signed out',
      html: `${signIn}<main></main>`,
      reason: 'signed-out',
    },
    {
      name: 'with a sign-in form and an error status is signed out',
      html: `<main>${signIn}</main>`,
      status: 401,
      reason: 'signed-out',
    },
    {
      name: 'with a sign-in form in a shadow root is signed out',
      html: `<main>${shadow(signIn)}</main>`,
      reason: 'signed-out',
    },
    {
      name: 'with a sign-in form in a frame is signed out',
      html: `<main>${frame(signIn)}</main>`,
      reason: 'signed-out',
    },
    {
      name: 'with a modal dialog in front is covered',
      html: '<main><h1>A</h1></main><div role="dialog" aria-modal="true">A</div>',
      reason: 'covered',
    },
    {
      name: 'with a hidden sign-in form is not signed out',
      html: `<main><h1>A</h1></main><div hidden>${signIn}</div>`,
      reason: 'not-found',
    },
    { name: 'with an empty main part has not come', html: '<main></main>', reason: 'timeout' },
    {
      name: 'with an empty main part between other things has not come',
      html: '<header>A</header><main> </main>',
      reason: 'timeout',
    },
    { name: 'with an empty body has not come', html: '', reason: 'timeout' },
    {
      name: 'with paragraphs in the main part does not hold it',
      html: '<main><h1>A</h1><p>B</p></main>',
      reason: 'not-found',
    },
    {
      name: 'with another setting’s two switches does not hold it',
      html: '<main><button role="switch"></button><button role="switch"></button></main>',
      reason: 'not-found',
    },
    { name: 'without a main part does not hold it', html: '<h1>A</h1>', reason: 'not-found' },
    {
      name: 'that does not exist could not be reached',
      html: '<main><h1>A</h1></main>',
      status: 404,
      reason: 'unreachable',
    },
    { name: 'that failed could not be reached', html: '', status: 500, reason: 'unreachable' },
    {
      name: 'with two such controls is ambiguous',
      html: `<main>${off}${off}</main>`,
      reason: 'ambiguous',
    },
  ];
  test.each(rows)('$name', async ({ html, status, reason }) => {
    expect(await lookAtControl(html, status)).toEqual(unknown(reason));
  });

  test('is told apart by what the browser says of its address', async () => {
    const own = await lab.tab();
    const html = '<main><h1>A</h1></main>';
    const look = (status: number) =>
      own.visit(html, status).then(() =>
        own.run((lab, sought) => {
          const all = { ...sought, leftOver: new WeakSet<Element>() };
          return lab.lookAtControl(lab.sceneNow(), all, lab.closer).reading;
        }, sought),
      );
    expect(await look(200)).toEqual({ state: 'unknown', reason: 'not-found' });
    expect(await look(404)).toEqual({ state: 'unknown', reason: 'unreachable' });
    expect(await look(500)).toEqual({ state: 'unknown', reason: 'unreachable' });
  });

  // An error page may be one bare sentence.
  test('with bare text in the main part does not hold it', async () => {
    expect(await lookAtControl('<main>Something went wrong.</main>')).toEqual(unknown('not-found'));
  });
});

describe.concurrent('a page with the control', () => {
  const rows: (Row & { state: string; status?: number })[] = [
    { name: 'that is off is off', html: `<main>${off}</main>`, state: 'off' },
    { name: 'that is on is on', html: `<main>${on}</main>`, state: 'on' },
    {
      name: 'and a password field is what the control says',
      html: `<main>${on}${signIn}</main>`,
      state: 'on',
    },
    {
      name: 'and an error status is what the control says',
      html: `<main>${on}</main>`,
      status: 500,
      state: 'on',
    },
  ];
  test.each(rows)('$name', async ({ html, status, state }) => {
    const expected = { reading: { state, strategy: 'known-id' }, control: 'c' };
    expect(await lookAtControl(html, status)).toEqual(expected);
  });

  test('that cannot be read keeps the control and gives no side', async () => {
    const html = `<main>${off.replace('>', ' aria-checked="true">')}</main>`;
    expect(await lookAtControl(html)).toEqual({ ...unknown('unreadable'), control: 'c' });
  });
});

describe.concurrent('a page with one switch that does not say which it is', () => {
  const place = { strategy: 'only-switch' };
  const anonymous = (attributes = '') =>
    `<input type="checkbox" role="switch" id="c" ${attributes}>`;

  test.each([
    { name: 'on', html: anonymous('checked'), state: { state: 'on' } },
    {
      name: 'locked on',
      html: anonymous('checked disabled'),
      state: { state: 'locked', position: 'on' },
    },
  ])('warns when it is $name', async ({ html, state }) => {
    const expected = { reading: { ...state, ...place }, control: 'c' };
    expect(await lookAtControl(`<main>${html}</main>`)).toEqual(expected);
  });

  test.each([
    { name: 'off', html: anonymous() },
    { name: 'locked off', html: anonymous('disabled') },
  ])('does not reassure when it is $name', async ({ html }) => {
    expect(await lookAtControl(`<main>${html}</main>`)).toEqual(unknown('not-found'));
  });

  test('does not say that it is covered either', async () => {
    const modal = '<div role="dialog" aria-modal="true">A</div>';
    expect(await lookAtControl(`<main>${anonymous()}</main>${modal}`)).toEqual(
      unknown('not-found'),
    );
  });

  test('says what cannot be read', async () => {
    const html = `<main>${anonymous('aria-checked="mixed"')}</main>`;
    expect(await lookAtControl(html)).toEqual({ ...unknown('unreadable'), control: 'c' });
  });

  test.each([
    { name: 'on', attributes: 'checked', state: 'on' },
    { name: 'off', attributes: '', state: 'off' },
  ])('and has our name is $name', async ({ attributes, state }) => {
    const html = `<main>${anonymous(`aria-label="${sought.order.names[0]}" ${attributes}`)}</main>`;
    expect(await lookAtControl(html)).toEqual({ reading: { state, ...place }, control: 'c' });
  });
});

describe.concurrent('the word beside the control', () => {
  const [onWord = ''] = sought.stateWords.on;
  const [offWord = ''] = sought.stateWords.off;

  test.each([
    { name: 'off beside one that is on', html: `<p>${on} ${offWord}</p>` },
    { name: 'on beside one that is off', html: `<p>${off} ${onWord}</p>` },
    {
      name: 'on beside one that is locked off',
      html: `<p>${off.replace('>', ' disabled>')} ${onWord}</p>`,
    },
  ])('$name makes it unreadable', async ({ html }) => {
    expect(await lookAtControl(`<main>${html}</main>`)).toEqual({
      ...unknown('unreadable'),
      control: 'c',
    });
  });

  test.each([
    { name: 'on', html: `<p>${on} ${onWord}</p>`, state: 'on' },
    { name: 'off', html: `<p>${off} ${offWord}</p>`, state: 'off' },
  ])('that agrees leaves it $name', async ({ html, state }) => {
    const expected = { reading: { state, strategy: 'known-id' }, control: 'c' };
    expect(await lookAtControl(`<main>${html}</main>`)).toEqual(expected);
  });
});

describe.concurrent('a dialog', () => {
  const opened = (text: string) =>
    `<dialog id="d">${text}</dialog><script>document.getElementById('d').showModal()</script>`;
  const covers: Row[] = [
    { name: 'opened with showModal()', html: opened('<p>A</p>') },
    { name: 'with aria-modal', html: '<div role="dialog" aria-modal="true">A</div>' },
    { name: 'that is an alert', html: '<div role="alertdialog" aria-modal="true">A</div>' },
    { name: 'in a shadow root', html: shadow('<div role="dialog" aria-modal="true">A</div>') },
    {
      name: 'opened over one that holds nothing',
      html: `<div role="dialog">A</div>${opened('B')}`,
    },
  ];
  const doesNot: Row[] = [
    { name: 'opened with show()', html: '<dialog id="d">A</dialog><script>d.show()</script>' },
    { name: 'with the attribute open only', html: '<dialog open>A</dialog>' },
    { name: 'that is not open', html: '<dialog>A</dialog>' },
    { name: 'that was closed again', html: `${opened('A')}<script>d.close()</script>` },
    { name: 'that is not modal', html: '<div role="dialog" aria-modal="false">A</div>' },
    { name: 'that is hidden', html: '<div role="dialog" aria-modal="true" hidden>A</div>' },
    {
      name: 'that is aria-hidden',
      html: '<div role="dialog" aria-modal="true" aria-hidden="true">A</div>',
    },
  ];

  test.each(covers)('$name covers a control that is off', async ({ html }) => {
    const seen = await lookAtControl(`<main>${off}</main>${html}`);
    expect(seen).toEqual({ ...unknown('covered'), control: 'c' });
  });

  test.each(covers)('$name covers a control that is locked off', async ({ html }) => {
    const seen = await lookAtControl(`<main>${off.replace('>', ' disabled>')}</main>${html}`);
    expect(seen).toEqual({ ...unknown('covered'), control: 'c' });
  });

  test.each(covers)('$name does not silence a control that is on', async ({ html }) => {
    const seen = await lookAtControl(`<main>${on}</main>${html}`);
    expect(seen).toEqual({ reading: { state: 'on', strategy: 'known-id' }, control: 'c' });
  });

  test.each(doesNot)('$name covers nothing', async ({ html }) => {
    const seen = await lookAtControl(`<main>${off}</main>${html}`);
    expect(seen).toEqual({ reading: { state: 'off', strategy: 'known-id' }, control: 'c' });
  });

  // What most libraries of dialogs do to the rest of the page.
  test.each(['inert', 'aria-hidden="true"'])(
    'that makes the rest of the page %s covers a control that is off',
    async (attribute) => {
      const modal = '<div role="dialog" aria-modal="true">A</div>';
      const seen = await lookAtControl(`<main ${attribute}><h1>A</h1>${off}</main>${modal}`);
      expect(seen.reading).toEqual({ state: 'unknown', reason: 'covered' });
    },
  );

  test.each([
    { name: 'opened with showModal()', html: opened(off) },
    { name: 'with aria-modal', html: `<div role="dialog" aria-modal="true"><p>${off}</p></div>` },
    {
      name: 'with a shadow root',
      html: `<div role="dialog" aria-modal="true">${shadow(off)}</div>`,
    },
    { name: 'with a frame', html: `<div role="dialog" aria-modal="true">${frame(off)}</div>` },
  ])('$name does not cover the control inside it', async ({ html }) => {
    const seen = await lookAtControl(`<main><h1>A</h1></main>${html}`);
    expect(seen).toEqual({ reading: { state: 'off', strategy: 'known-id' }, control: 'c' });
  });
});

describe.concurrent('a control beside a copy of it that takes no room', () => {
  const flat = (html: string) => `<div style="width: 0; height: 0; overflow: hidden">${html}</div>`;
  const read = (state: string) => ({ reading: { state, strategy: 'known-id' }, control: 'c' });

  test.each([
    { name: 'is on, whatever the copy says', html: flat(off) + on, expected: read('on') },
    { name: 'is on with its copy', html: flat(on) + on, expected: read('on') },
    { name: 'is off with its copy', html: flat(off) + off, expected: read('off') },
    // The page may draw its switch beside a control without any size.
    {
      name: 'does not reassure against the copy',
      html: flat(on) + off,
      expected: unknown('ambiguous'),
    },
  ])('$name', async ({ html, expected }) => {
    expect(await lookAtControl(`<main>${html}</main>`)).toEqual(expected);
  });
});

describe.concurrent('a list of settings', () => {
  const link = (segment: string) => `<li><a href="/mypreferences/d/settings/${segment}">A</a></li>`;
  const list = (links: readonly string[]) => `<main><ul>${links.join('')}</ul></main>`;
  const { segments } = rowOrder;
  const neighbours = rowOrder.neighbours.map(([one = '']) => one);
  const [first = ''] = neighbours;
  const [segment = ''] = segments;
  const all = neighbours.map(link);

  test('has neighbours and a row to look for', () => {
    expect(neighbours.length).toBeGreaterThanOrEqual(2);
    expect([...segments]).toEqual(['data-for-ai-improvement']);
  });

  test.each([
    { name: 'all its neighbours', html: list(all) },
    {
      name: 'all its neighbours, by their other names',
      html: list(rowOrder.neighbours.map((row) => link(row.at(-1) ?? ''))),
    },
    { name: 'neighbours in a shadow root', html: shadow(list(all)) },
    {
      name: 'neighbours in a frame',
      html: frame(`<base href="https://www.linkedin.com/">${list(all)}`),
    },
    {
      name: 'neighbours at /m/ and /s/',
      html: list(all.map((one, index) => one.replace('/d/', index % 2 ? '/m/' : '/s/'))),
    },
    {
      name: 'neighbours with a slash at the end',
      html: list(neighbours.map((one) => link(`${one}/`))),
    },
    {
      name: 'neighbours with queries and fragments',
      html: list(neighbours.map((one, index) => link(index % 2 ? `${one}?a=/b` : `${one}/?a#/b`))),
    },
    {
      name: 'something to press before it',
      html: `<main><button>A</button>${all.join('')}</main>`,
    },
    {
      name: 'something to press outside it',
      html: `${list(all)}<footer><button>A</button></footer>`,
    },
    {
      name: 'something to press in one of its rows',
      html: list([
        ...all.slice(1),
        `<a href="/mypreferences/d/${first}">A <span role="button">b</span></a>`,
      ]),
    },
    {
      name: 'something to press in a link to another page',
      html: list([...all, '<a href="/help"><button>A</button></a>']),
    },
    {
      name: 'a link to another page after it',
      html: list([...all, '<a href="/help#more">A</a>']),
    },
    {
      name: 'something to press after it that nobody sees',
      html: list([...all, '<button hidden>A</button>']),
    },
    {
      name: 'a link whose query names the row',
      html: list([...all, link(`other?next=/${segment}`)]),
    },
    {
      name: 'a link whose fragment names the row',
      html: list([...all, link(`other#/${segment}`)]),
    },
    { name: 'a link that only begins like the row', html: list([...all, link(`${segment}-2`)]) },
  ])('with $name and not the row says that it is absent', async ({ html }) => {
    expect(await lookAtRow(html)).toEqual({ reading: { state: 'absent' } });
  });

  const unclear: (Row & { reason: string; status?: number })[] = [
    ...neighbours.map((missing, index) => ({
      name: `that has all but its ${missing}`,
      html: list(all.toSpliced(index, 1)),
      reason: 'not-found',
    })),
    {
      name: 'that has one neighbour as often as it should have rows',
      html: list(all.map(() => link(first))),
      reason: 'not-found',
    },
    ...[
      '<button>More</button>',
      '<div role="button">More</div>',
      '<details><summary>More</summary></details>',
      '<p aria-expanded="false">More</p>',
      shadow('<button>More</button>'),
      '<a href="#" role="button">More</a>',
      '<a href="/more" role="button">More</a>',
      '<a href="">More</a>',
      '<a href="#">More</a>',
      '<a href="#more">More</a>',
      '<a href="JavaScript:void(0)">More</a>',
      '<a href="#"><span role="button">More</span></a>',
    ].flatMap((more) => [
      { name: `that offers ${more}`, html: list([...all, more]), reason: 'not-found' },
      {
        name: `that offers ${more} between its rows`,
        html: list(all.toSpliced(1, 0, more)),
        reason: 'not-found',
      },
    ]),
    {
      name: 'that offers more after it',
      html: `<main><ul>${all.join('')}</ul><div><button>More</button></div></main>`,
      reason: 'not-found',
    },
    {
      name: 'with strangers only',
      html: list([link('a'), link('b'), link('c')]),
      reason: 'not-found',
    },
    {
      name: 'with neighbours that are no links',
      html: list(neighbours.map((one, index) => (index % 2 ? `<a>${one}</a>` : `<p>${one}</p>`))),
      reason: 'not-found',
    },
    {
      name: 'with neighbours in a <template>',
      html: `${list([link('a')])}<template>${all.join('')}</template>`,
      reason: 'not-found',
    },
    { name: 'without rows', html: '<main></main>', reason: 'timeout' },
    { name: 'with a sign-in form', html: `<main>${signIn}</main>`, reason: 'signed-out' },
    { name: 'that failed', html: '<main><h1>A</h1></main>', status: 500, reason: 'unreachable' },
  ];
  test.each(unclear)('$name is no evidence', async ({ html, status, reason }) => {
    expect(await lookAtRow(html, status)).toEqual(unknown(reason));
  });

  test.each([
    { name: 'between its neighbours', html: list([...all, link(segment)]) },
    { name: 'alone', html: list([link(segment)]) },
    { name: 'at /m/', html: list([...all, link(segment).replace('/d/', '/m/')]) },
    { name: 'at /s/', html: list([...all, link(segment).replace('/d/', '/s/')]) },
    { name: 'with a slash at the end', html: list([...all, link(`${segment}/`)]) },
    { name: 'with a query', html: list([...all, link(`${segment}?trk=a/b`)]) },
    {
      name: 'with a slash, a query and a fragment',
      html: list([...all, link(`${segment}/?a=b#c`)]),
    },
    {
      name: 'as a whole address',
      html: list([
        ...all,
        `<a href="https://www.linkedin.com/mypreferences/d/settings/${segment}">A</a>`,
      ]),
    },
    { name: 'hidden', html: list([...all, `<div hidden>${link(segment)}</div>`]) },
    { name: 'in a shadow root', html: list(all) + shadow(link(segment)) },
    { name: 'in a hidden frame', html: list(all) + frame(link(segment)).replace(' ', ' hidden ') },
  ])('with the row $name is the wrong page', async ({ html }) => {
    expect(await lookAtRow(html)).toEqual(unknown('wrong-page'));
  });

  // An icon may be a link in SVG, whose element has no `pathname`.
  test('with a link inside an SVG picture is read like any other', async () => {
    const picture = '<svg><a href="/mypreferences/d/"><text>A</text></a></svg>';
    expect(await lookAtRow(`${picture}${list(all)}`)).toEqual({ reading: { state: 'absent' } });
  });

  // Left over from another view, or in a closed menu: they do not show that the list has loaded.
  test('with neighbours that nobody can see is no evidence', async () => {
    const seen = await lookAtRow(`<main><p>A</p></main><nav hidden>${all.join('')}</nav>`);
    expect(seen).toEqual(unknown('not-found'));
  });
});
