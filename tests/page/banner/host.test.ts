import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';

let lab: PageLab;
let tab: Tab;

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
  tab = await lab.tab();
});
afterAll(() => lab?.close());

const content = '<main><a href="#a">Link</a> <button>Button</button><p>Text</p><input></main>';
const bar = '<header><a href="#b">Home</a> <input> <button>Me</button></header>';
const across = 'top: 0; left: 0; right: 0; height: 52px; background: white;';

interface Row {
  readonly name: string;
  readonly html: string;
}

async function raise(html: string): Promise<void> {
  await tab.visit(html);
  await tab.run((lab) => lab.raiseBanner());
}

describe('the banner', () => {
  test('is one bare element before the body, and the rest of the page is left as it was', async () => {
    await tab.visit(`<title>A</title>${content}`);
    const seen = await tab.run((lab) => {
      const { documentElement, head, body } = document;
      const rest = () => head.outerHTML + body.outerHTML + documentElement.getAttributeNames();
      const before = rest();
      lab.raiseBanner();
      const host = lab.bannerElement();
      return {
        elements: [...documentElement.children].map(({ localName }) => localName),
        isBeforeBody: body.previousElementSibling === host,
        attributes: host.getAttributeNames(),
        children: host.childNodes.length,
        shadowRoot: host.shadowRoot,
        restIsUntouched: rest() === before,
        globals: Object.keys(window).filter((key) => (window as never)[key] === host),
      };
    });
    expect(seen).toEqual({
      elements: ['head', 'div', 'body'],
      isBeforeBody: true,
      attributes: [],
      children: 0,
      shadowRoot: null,
      restIsUntouched: true,
      globals: [],
    });
  });

  test('takes neither the focus nor what a person is typing', async () => {
    await tab.visit('<input id="i" autofocus><p>Text</p>');
    await tab.page.bringToFront();
    await tab.page.click('#i');
    await tab.page.keyboard.type('ab');
    await tab.run((lab) => lab.raiseBanner());
    await tab.page.keyboard.type('cd');
    const typed = await tab.run(() => {
      const input = document.getElementById('i') as HTMLInputElement;
      return { text: input.value, hasFocus: document.activeElement === input };
    });
    expect(typed).toEqual({ text: 'abcd', hasFocus: true });
  });
});

describe('in the page the banner neither covers nor is covered', () => {
  const rows: (Row & { top: number })[] = [
    { name: 'without a bar', html: content, top: 0 },
    { name: 'with a bar in the flow', html: `${bar}${content}`, top: 0 },
    {
      name: 'with a fixed bar',
      html: `<style>header { position: fixed; z-index: 100; ${across} } main { padding-top: 52px }</style>${bar}${content}`,
      top: 52,
    },
    {
      name: 'with a fixed bar inside a wrapper',
      html: `<style>#w { position: fixed; z-index: 100; ${across} } main { padding-top: 52px }</style><div id="w"><div>${bar}</div></div>${content}`,
      top: 52,
    },
    {
      name: 'with a fixed bar of half a pixel more',
      html: `<style>header { position: fixed; ${across.replace('52px', '52.5px')} } main { padding-top: 53px }</style>${bar}${content}`,
      top: 53,
    },
    {
      name: 'with two fixed bars over each other',
      html: `<style>header { position: fixed; ${across} } i { position: fixed; top: 0; left: 0; right: 0; height: 80px; background: white } main { padding-top: 80px }</style>${bar}<i></i>${content}`,
      top: 80,
    },
    {
      name: 'with a sticky bar',
      html: `<style>header { position: sticky; ${across} }</style>${bar}${content}`,
      top: 0,
    },
    {
      name: 'with a fixed bar at the bottom',
      html: `<style>header { position: fixed; bottom: 0; left: 0; right: 0; height: 52px }</style>${bar}${content}`,
      top: 0,
    },
    {
      name: 'with a fixed bar that is hidden',
      html: `<style>header { position: fixed; visibility: hidden; ${across} }</style>${bar}${content}`,
      top: 0,
    },
    {
      name: 'with a body that has margins',
      html: `<style>body { margin: 40px }</style>${content}`,
      top: 0,
    },
    {
      name: 'with rules for every div',
      html: `<style>div { display: none !important; margin: 30px !important; position: fixed !important; opacity: 0 }</style>${content}`,
      top: 0,
    },
  ];
  test.each(rows)('$name', async ({ html, top }) => {
    await raise(html);
    const seen = await tab.run((lab) => lab.standing());
    expect(seen).toEqual({ top, height: expect.any(Number), above: [], beneath: [] });
    expect(seen.height).toBeGreaterThan(20);
  });

  // A client-rendered page may draw its bar after the warning.
  test.each([300, 1_000, 3_000, 10_000])('with a fixed bar that comes before %d ms', async (ms) => {
    await tab.visit(`<style>header { position: fixed; ${across} }</style>${content}`);
    const seen = await tab.run(
      async (lab, bar, ms) => {
        const play = lab.startPlay();
        lab.raiseBanner();
        await play.runUntil(ms - 1);
        document.body.insertAdjacentHTML('afterbegin', bar);
        const before = lab.standing();
        await play.runUntil(ms);
        play.end();
        return { before, after: lab.standing() };
      },
      bar,
      ms,
    );
    expect(seen.before).toMatchObject({ top: 0 });
    expect(seen.after).toMatchObject({ top: 52, above: [] });
  });

  test('with a second fixed bar below the first', async () => {
    const nav = 'nav { position: fixed; top: 52px; left: 0; right: 0; height: 40px }';
    const html = `${bar}<nav><a href="#c">Link</a></nav>${content}`;
    await raise(`<style>header { position: fixed; ${across} } ${nav}</style>${html}`);
    expect(await tab.run((lab) => lab.standing())).toMatchObject({ top: 92, above: [] });
  });

  // No point outside an open modal dialog is hit, so neither is the bar.
  test('with a fixed bar behind a dialog that closes later', async () => {
    const dialog = '<dialog id="d">A</dialog><script>d.showModal()</script>';
    await raise(`<style>header { position: fixed; ${across} }</style>${bar}${content}${dialog}`);
    const seen = await tab.run(async (lab) => {
      const dialog = document.querySelector('dialog');
      // Ours is told before: it listens at the document, and catches what is on its way down.
      const closed = new Promise((done) => dialog?.addEventListener('close', done));
      dialog?.close();
      await closed;
      return lab.standing();
    });
    expect(seen).toMatchObject({ top: 52, above: [] });
  });

  test('with a fixed bar that grows when the window becomes narrow', async () => {
    await raise(
      `<style>header { position: fixed; ${across} } @media (width < 800px) { header { height: 90px } } main { padding-top: 90px }</style>${bar}${content}`,
    );
    await tab.page.setViewport({ width: 700, height: 800 });
    const seen = await tab.run(async (lab) => {
      while (window.innerWidth !== 700) await new Promise((done) => setTimeout(done, 20));
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      return lab.standing();
    });
    await tab.page.setViewport({ width: 1200, height: 800 });
    expect(seen).toMatchObject({ top: 90, above: [], beneath: [] });
  });
});

describe('a banner that a version before has left', () => {
  const others = '<div></div><div><span></span></div>';

  test('goes when the next one comes, and nothing else of the page does', async () => {
    await raise(content);
    const seen = await tab.run(async (lab, others) => {
      const older = lab.bannerElement();
      older.insertAdjacentHTML('beforebegin', others);
      lab.outliveBanner();
      lab.raiseBanner();
      await new Promise((done) => setTimeout(done, 100));
      const { children } = document.documentElement;
      return {
        elements: [...children].map(({ localName }) => localName),
        isOlderThere: older.isConnected,
        isNewerThere: lab.bannerElement().isConnected,
      };
    }, others);
    expect(seen).toEqual({
      elements: ['head', 'div', 'div', 'div', 'body'],
      isOlderThere: false,
      isNewerThere: true,
    });
  });

  test('is not put back by it', async () => {
    await raise(content);
    const isThere = await tab.run(async (lab) => {
      const banner = lab.bannerElement();
      lab.outliveBanner();
      banner.remove();
      await new Promise((done) => setTimeout(done, 100));
      return banner.isConnected;
    });
    expect(isThere).toBe(false);
  });
});

describe('a page that', () => {
  const isBeforeBody = () =>
    tab.run((lab) => document.body.previousElementSibling === lab.bannerElement());

  test('replaces its body gets the banner before the new one', async () => {
    await raise(content);
    await tab.run(() => {
      document.body.replaceWith(document.createElement('body'));
    });
    expect(await isBeforeBody()).toBe(true);
  });

  test('removes its body and brings one later gets the banner before the new one', async () => {
    await raise(content);
    await tab.run(async () => {
      document.body.remove();
      await new Promise((done) => setTimeout(done, 50));
      document.documentElement.append(document.createElement('body'));
    });
    expect(await isBeforeBody()).toBe(true);
  });

  test('removes the banner gets it back, with its content', async () => {
    await raise(content);
    await tab.run((lab) => lab.bannerElement().remove());
    expect(await isBeforeBody()).toBe(true);
    expect(await tab.run((lab) => lab.standing())).toMatchObject({
      top: 0,
      above: [],
      beneath: [],
    });
    expect((await tab.run((lab) => lab.standing())).height).toBeGreaterThan(20);
  });

  test('moves the banner gets it back before the body', async () => {
    await raise(content);
    await tab.run((lab) => document.documentElement.append(lab.bannerElement()));
    expect(await isBeforeBody()).toBe(true);
  });

  test('removes the banner again and again is rid of it before long', async () => {
    await raise(content);
    const removals = await tab.run(async (lab) => {
      let removals = 0;
      while (lab.bannerElement().isConnected && removals < 500) {
        lab.bannerElement().remove();
        removals++;
        await new Promise((done) => setTimeout(done));
      }
      return removals;
    });
    expect(removals).toBeGreaterThan(1);
    expect(removals).toBeLessThan(100);
  });

  test('no longer deserves a warning is rid of the banner for good', async () => {
    await raise(content);
    const isThere = await tab.run(async (lab) => {
      lab.takeBannerDown();
      const atOnce = lab.bannerElement().isConnected;
      document.body.replaceWith(document.createElement('body'));
      window.dispatchEvent(new Event('resize'));
      await new Promise((done) => setTimeout(done, 50));
      return [atOnce, lab.bannerElement().isConnected];
    });
    expect(isThere).toEqual([false, false]);
    expect(await tab.run(() => document.documentElement.children.length)).toBe(2);
  });
});
