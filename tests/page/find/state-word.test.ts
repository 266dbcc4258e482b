import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { orders } from '../ai-training.ts';
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

async function stated(html: string): Promise<string> {
  return tab.ask(
    html,
    async (lab, { stateWords }) => {
      await lab.framesLoaded();
      return lab.statedPosition(lab.controlNow(), stateWords) ?? 'nothing';
    },
    { stateWords: orders.stateWords },
  );
}

const input = '<input type="checkbox" role="switch" id="c">';
const other = '<input type="checkbox" role="switch">';
const button = (text: string) =>
  `<button role="switch" aria-checked="true" id="c">${text}</button>`;
const shadow = (html: string) => `<div><template shadowrootmode="open">${html}</template></div>`;
const page = (html: string) => `<main>${html}</main>`;

describe.concurrent('the position is written', () => {
  const { on, off } = orders.stateWords;
  const words = [
    ...on.map((word) => ({ word, side: 'on' })),
    ...off.map((word) => ({ word, side: 'off' })),
  ];

  test('in words of several languages, none of which means both', () => {
    expect(on).toContain('On');
    expect(off).toContain('Off');
    expect(on.length).toBeGreaterThan(1);
    expect(on.filter((word) => off.includes(word))).toEqual([]);
  });

  test.each(words)('with $word, which means $side', async ({ word, side }) => {
    expect(await stated(page(`<p>${input}<span>${word}</span></p>`))).toBe(side);
  });

  const rows: Row[] = [
    { name: 'behind the control', html: `<p>${input} On</p>` },
    { name: 'before the control', html: `<p>On ${input}</p>` },
    { name: 'with white space around it', html: `<p>${input}<span>\n On\t</span></p>` },
    { name: 'in its label', html: `<label>${input} <b>On</b></label>` },
    { name: 'in a label that is not around it', html: `<p>${input}<label for="c">On</label></p>` },
    { name: 'four steps away', html: `<div>On<div><div><div>${input}</div></div></div></div>` },
    { name: 'deep in the row', html: `<p>${input}<i><i><i><i><i>On</i></i></i></i></i></p>` },
    { name: 'in the control itself', html: `<p>${button('On')}</p>` },
    { name: 'in an element of the control', html: `<p>${button('<i>On</i>')}</p>` },
    { name: 'beside a control in a shadow root', html: shadow(`<p>${input} On</p>`) },
    { name: 'beside the shadow root', html: `<div>${shadow(input)} On</div>` },
    { name: 'beside a control in a frame', html: `<iframe srcdoc='<p>${input} On</p>'></iframe>` },
    {
      name: 'beside a control in a slot',
      html: `<div><template shadowrootmode="open"><p>On <slot></slot></p></template>${input}</div>`,
    },
    { name: 'nearer than another word', html: `<div>Off <p>${input} On</p></div>` },
    { name: 'beside a word that nobody sees', html: `<p>${input} On <i hidden>Off</i></p>` },
    { name: 'beside a link that says otherwise', html: `<p>${input} On <a href="/">Off</a></p>` },
    { name: 'beside other text', html: `<p>${input} Data for AI <b>On</b> Learn more</p>` },
    { name: 'twice', html: `<p>${input} <b>On</b> <i>On</i></p>` },
    {
      name: 'nearer than another switch',
      html: `<div><p>${input} On</p><p>${other} Off</p></div>`,
    },
  ];
  test.each(rows)('$name', async ({ html }) => {
    expect(await stated(page(html))).toBe('on');
    const swapped = html.replaceAll('On', '#').replaceAll('Off', 'On').replaceAll('#', 'Off');
    expect(await stated(page(swapped))).toBe('off');
  });

  // Its own text is its own, whatever else stands in the row.
  test('in the control itself, beside another switch', async () => {
    expect(await stated(page(`<p>${button('On')}${other}</p>`))).toBe('on');
  });
});

describe.concurrent('the position is not written', () => {
  const rows: Row[] = [
    { name: 'where there is no word', html: `<p>${input}</p>` },
    { name: 'where both words stand', html: `<p>${input} <b>On</b> <i>Off</i></p>` },
    { name: 'where one word names both', html: `<p>${input} On/Off</p>` },
    { name: 'with a full stop', html: `<p>${input} On.</p>` },
    { name: 'in other letters', html: `<p>${input} on <b>OFF</b></p>` },
    { name: 'in a sentence', html: `<p>${input} It is On</p>` },
    { name: 'over two elements', html: `<p>${input}<b>O</b><b>n</b></p>` },
    { name: 'in an attribute', html: `<p title="On">${input}<img alt="On"></p>` },
    { name: 'in a link', html: `<p>${input}<a href="/">On</a></p>` },
    { name: 'in another button', html: `<p>${input}<button>On</button></p>` },
    { name: 'in an element of another button', html: `<p>${input}<button><i>On</i></button></p>` },
    { name: 'in a choice', html: `<p>${input}<select><option>On</option></select></p>` },
    { name: 'in a script', html: `<p>${input}<script>On</script><style>On</style></p>` },
    { name: 'in a comment', html: `<p>${input}<!--On--></p>` },
    { name: 'in a <template>', html: `<p>${input}<template>On</template></p>` },
    { name: 'in a row with another switch', html: `<p>${input}${other} On</p>` },
    { name: 'in a row with another checkbox', html: `<p>${input}<input type="checkbox"> On</p>` },
    { name: 'in a row around another switch', html: `<div>On<p>${input}</p><p>${other}</p></div>` },
    {
      name: 'five steps away',
      html: `<div>On<div><div><div><div>${input}</div></div></div></div></div>`,
    },
    { name: 'in the main part itself', html: `On ${input}` },
    { name: 'in role="main" itself', html: `<div role="main">On ${input}</div>` },
    { name: 'hidden', html: `<p>${input}<b hidden>On</b></p>` },
    { name: 'invisible', html: `<p>${input}<b style="visibility: hidden">On</b></p>` },
    { name: 'inert', html: `<p>${input}<b inert>On</b></p>` },
    {
      name: 'in a closed <details>',
      html: `<p>${input}</p><details><summary>A</summary>On</details>`,
    },
    { name: 'with display: none', html: `<p>${input}<b style="display: none">On</b></p>` },
    {
      name: 'behind more than forty texts',
      html: `<p>${input}${'<i>x</i>'.repeat(41)}<b>On</b></p>`,
    },
  ];
  test.each(rows)('$name', async ({ html }) => {
    expect(await stated(page(html))).toBe('nothing');
  });

  test('in a page without a main part, in the body', async () => {
    expect(await stated(`${input} On`)).toBe('nothing');
  });
});
