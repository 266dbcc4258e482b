import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { KnownControl } from '../../../src/core/messages/orders.ts';
import { MAX_ID_LENGTH, MAX_UNLISTED_PER_PAGE } from '../../../src/core/reading/unlisted-id.ts';
import { DEADLINE_MS } from '../../../src/page/watch/settling.ts';
import { orders } from '../ai-training.ts';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';
import type { Play } from '../played.ts';

const known: KnownControl[] = [
  ...orders.known,
  {
    key: 'linkedin/own',
    kind: 'aria-switch',
    hook: { attribute: 'id', value: 'knownById' },
    names: [],
  },
];

let lab: PageLab;
let tab: Tab;

beforeAll(async () => {
  lab = await openPageLab(inject('browser'));
  tab = await lab.tab();
});
afterAll(() => lab?.close());

async function unlisted(html: string): Promise<string[]> {
  return tab.ask(
    html,
    async (lab, known) => {
      await lab.framesLoaded();
      return lab.findUnlisted(lab.sceneNow(), known, new WeakSet());
    },
    known,
  );
}

const labelled = (id: string, attributes = 'checked') =>
  `<input type="checkbox" role="switch" aria-labelledby="${id}" ${attributes}>`;
const ofItsOwn = (id: string, attributes = 'checked') =>
  `<input type="checkbox" role="switch" id="${id}" ${attributes}>`;

describe.concurrent('of a switch that is on and that no recipe names', () => {
  test.each([
    { name: 'what labels it', html: labelled('newSetting'), ids: ['newSetting'] },
    { name: 'its own id', html: ofItsOwn('new-setting'), ids: ['new-setting'] },
    {
      name: 'what labels it before its own id',
      html: labelled('newSetting', 'id="other-id" checked'),
      ids: ['newSetting'],
    },
    {
      name: 'its own id where what labels it is no name',
      html: labelled('x1', 'id="newSetting" checked'),
      ids: ['newSetting'],
    },
    { name: 'the first id of a list', html: labelled('x1 newOne newTwo'), ids: ['newOne'] },
    {
      name: 'what labels a button',
      html: '<button role="switch" aria-checked="true" aria-labelledby="newSetting">x</button>',
      ids: ['newSetting'],
    },
    {
      name: 'an id in a shadow root',
      html: `<div><template shadowrootmode="open">${labelled('newSetting')}</template></div>`,
      ids: ['newSetting'],
    },
    {
      name: 'an id in a frame',
      html: `<iframe srcdoc='${labelled('newSetting')}'></iframe>`,
      ids: ['newSetting'],
    },
    {
      name: 'an id of a page without a main part',
      html: labelled('newSetting'),
      ids: ['newSetting'],
    },
    {
      name: 'each id once, in the order of the alphabet',
      html: ['two-b', 'one-b', 'two-b', 'oneA'].map((id) => labelled(id)).join(''),
      ids: ['one-b', 'oneA', 'two-b'],
    },
  ])('$name is known', async ({ html, ids }) => {
    expect(await unlisted(html)).toEqual(ids);
  });

  test('never more than so many ids are known', async () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const all = letters.flatMap((a) => ['x', 'y'].map((b) => labelled(`new-${b}${a}`)));
    expect(all).toHaveLength(52);
    const ids = await unlisted(all.join(''));
    expect(ids).toHaveLength(MAX_UNLISTED_PER_PAGE);
    expect(ids[0]).toBe('new-xa');
  });

  test.each([
    'new2',
    'newSetting2',
    'setting-123',
    'ember1-switch',
    'a1b2-c3',
    ':r1:',
    'react-aria-:r2:',
    'new',
    'switch',
    'John',
    'JohnSmith',
    'NewSetting',
    'n-ew',
    'newSetting-',
    'new--setting',
    'new_',
    'new.setting',
    'new:setting',
    'john@example',
    'néwSetting',
    'new-Setting',
    'new-%20',
    `new${'Long'.repeat(MAX_ID_LENGTH / 4)}`,
  ])('the id %s is left out', async (id) => {
    expect(await unlisted(labelled(id) + ofItsOwn(id))).toEqual([]);
  });
});

describe.concurrent('nothing is known of', () => {
  test.each([
    { name: 'a switch that is off', html: labelled('newSetting', '') },
    {
      name: 'a switch that cannot be read',
      html: labelled('newSetting', 'checked aria-checked="false"'),
    },
    { name: 'a switch that is locked on', html: labelled('newSetting', 'checked disabled') },
    {
      name: 'a checkbox that is no switch',
      html: '<input type="checkbox" id="newSetting" checked>',
    },
    { name: 'a switch that nobody can meet', html: `<div hidden>${labelled('newSetting')}</div>` },
    { name: 'a switch without an id', html: '<input type="checkbox" role="switch" checked>' },
    {
      name: 'a switch with a name only',
      html: '<input type="checkbox" role="switch" aria-label="newSetting" name="newSetting" class="newSetting" checked>',
    },
    { name: 'a known one by its own id', html: ofItsOwn('knownById') },
    { name: 'a known one with more ids', html: labelled('newSetting', 'id="knownById" checked') },
  ])('$name', async ({ html }) => {
    expect(await unlisted(`<main>${html}</main>`)).toEqual([]);
  });

  test.each(known.map(({ key, hook }) => ({ key, hook })))(
    '$key, which is known',
    async ({ hook }) => {
      const html = `<input type="checkbox" role="switch" ${hook.attribute}="${hook.value}" checked>`;
      expect(await unlisted(`<main>${html}</main>`)).toEqual([]);
    },
  );

  test('a switch that is left over from another address', async () => {
    const html = `<main>${labelled('oldSetting')}<template>${labelled('newSetting')}</template></main>`;
    const ids = await tab.ask(html, (lab) => {
      const leftOver = lab.controlsOn(document);
      const { content } = document.querySelector('template') as HTMLTemplateElement;
      document.querySelector('main')?.append(content);
      return lab.findUnlisted(lab.sceneNow(), [], leftOver);
    });
    expect(ids).toEqual(['newSetting']);
  });
});

describe('a visit', () => {
  interface Told {
    readonly at: number;
    readonly ids: readonly string[];
  }

  /** What is told of a page on which something happens after a second. */
  async function visit(html: string, act: () => void, lastsMs: number): Promise<Told[]> {
    await tab.run(
      async (lab, html, orders) => {
        const play = lab.startPlay();
        await lab.write(html);
        const told: Told[] = [];
        const never = () => {};
        const listener = {
          read: async () => undefined,
          pressed: never,
          shown: never,
          wantCloserLook: async () => {},
          unlisted: (ids: readonly string[]) => {
            told.push({ at: play.now(), ids });
          },
        };
        const { signal } = new AbortController();
        lab.visit(document, orders, new WeakSet(), lab.requestsNow, listener, signal);
        Object.assign(window, { told, play });
      },
      `<main><h1>A</h1>${html}</main>`,
      { ...orders, controls: [] },
    );
    await tab.run(act);
    return tab.run(async (_, lastsMs) => {
      const { told, play } = window as unknown as { told: Told[]; play: Play };
      await play.runUntil(lastsMs);
      play.end();
      return told;
    }, lastsMs);
  }

  const ids = (told: readonly Told[]) => told.map(({ ids }) => ids);
  const nothing = () => {};

  describe('tells', () => {
    test('what is on at once, and not again', async () => {
      const told = await visit(labelled('newSetting'), nothing, DEADLINE_MS + 2_500);
      expect(ids(told)).toEqual([['newSetting']]);
      expect(told[0]?.at).toBe(0);
    });

    test('again when another comes', async () => {
      const told = await visit(
        `${labelled('newSetting')}<template>${labelled('otherSetting')}</template>`,
        () => {
          setTimeout(() => {
            const { content } = document.querySelector('template') as HTMLTemplateElement;
            document.querySelector('main')?.append(content);
          }, 1_000);
        },
        4_000,
      );
      expect(ids(told)).toEqual([['newSetting'], ['newSetting', 'otherSetting']]);
    });

    test('in the end what is left when one goes', async () => {
      const told = await visit(
        labelled('newSetting') + labelled('otherSetting', 'checked data-gone'),
        () => {
          setTimeout(() => document.querySelector('[data-gone]')?.remove(), 1_000);
        },
        DEADLINE_MS + 3_500,
      );
      expect(ids(told)).toEqual([['newSetting', 'otherSetting'], ['newSetting']]);
    });

    test('that there are none only when the page has settled', async () => {
      const told = await visit(labelled('newSetting', ''), nothing, DEADLINE_MS + 4_000);
      expect(ids(told)).toEqual([[]]);
      expect(told[0]?.at).toBeGreaterThanOrEqual(DEADLINE_MS);
      expect(told[0]?.at).toBeLessThanOrEqual(DEADLINE_MS + 500);
    });

    // What goes for a moment is not gone: the person would be told of it as new.
    test('nothing of a switch that goes for a moment', async () => {
      const told = await visit(
        labelled('newSetting') + labelled('otherSetting', 'checked data-gone'),
        () => {
          setTimeout(() => {
            const control = document.querySelector('[data-gone]');
            control?.remove();
            setTimeout(() => document.querySelector('main')?.append(control ?? ''), 1_000);
          }, 1_000);
        },
        4_500,
      );
      expect(ids(told)).toEqual([['newSetting', 'otherSetting']]);
    });
  });
});
