import { expect, test } from 'vitest';
import { firstScope } from '../../src/core/account/scope.ts';
import type { MessageType } from '../../src/core/messages/protocol.ts';
import { CARD, openLab, SETTING, until } from './lab.ts';
import { seedOtherRules } from './other-rules.ts';
import { found, seed, seedRaw } from './seed.ts';

const lab = openLab();

const PARTNERS = 'linkedin/partners';
const LONG_AGO = Date.now() - 10 * 24 * 60 * 60 * 1_000;
const own = (action: string) => `${CARD} [data-action="${action}"]`;
const button = (action: string) => `[data-action="${action}"]`;

/** How our setting was found, and how it has been held. */
const keep = (state: 'on' | 'off', more: object) =>
  seed(lab, { [`finding/${SETTING}`]: { ...reading(state), ...more } }, 2);
const reading = (state: 'on' | 'off') => ({
  reading: { state, strategy: 'known-id' },
  readAt: Date.now(),
  fresh: true,
});
const held = { held: { since: LONG_AGO, cause: 'errand', verifiedAt: LONG_AGO } };
const flipBack = { heldSince: LONG_AGO, cause: 'errand', verifiedAt: LONG_AGO };

/** Twice the page has put its switch back. */
async function keepsSpringingBack(): Promise<void> {
  await seed(lab, found('ai-training', { state: 'on', strategy: 'known-id' }));
  const value = {
    id: 'an-errand',
    key: SETTING,
    scope: firstScope,
    kind: 'opt-out',
    target: 'off',
    tabId: 1,
    session: 'a-session',
    step: 'ended',
    loads: 1,
    startedAt: LONG_AGO,
    arrived: true,
    hasList: true,
    sprungBack: { kind: 'opt-out', times: 2 },
    outcome: { code: 'keeps-springing-back' },
    endedAt: LONG_AGO,
  };
  await seedRaw(lab, { [`errand/${SETTING}`]: { version: 1, value } });
}

const bothOn = () =>
  seed(lab, {
    ...found('ai-training', { state: 'on', strategy: 'known-id' }),
    ...found('partners', { state: 'on', strategy: 'known-id' }),
  });

async function batchHasEnded(): Promise<void> {
  await lab.send('batch.check', {});
  await lab.send('batch.cancel', {});
}

const errand = (kind: string) => ['errand.start', { key: SETTING, kind }] as const;

interface Click {
  /** What must be so before the button is there. */
  readonly before?: () => Promise<unknown>;
  readonly clicks: readonly string[];
  readonly says: readonly [MessageType, object];
}

const clicks: Record<string, Click> = {
  check: { clicks: [own('check')], says: errand('check') },
  'show me': { clicks: [own('guide')], says: errand('guide') },
  'turn off': { clicks: [own('turn-off')], says: errand('opt-out') },
  undo: { before: () => keep('off', held), clicks: [own('undo')], says: errand('undo') },
  'press again': {
    before: keepsSpringingBack,
    clicks: [own('press-again')],
    says: errand('opt-out'),
  },
  'it was me': {
    before: () => keep('on', { flipBack: { ...flipBack, foundAt: Date.now() } }),
    clicks: [own('mine')],
    says: ['flip-back.mine', { key: SETTING }],
  },
  'check everything': { clicks: [button('check-all')], says: ['batch.check', {}] },
  'turn off all': {
    before: bothOn,
    clicks: [button('turn-off-all'), button('turn-off-chosen')],
    says: ['batch.turn-off', { keys: [SETTING, PARTNERS] }],
  },
  'cancel a batch': {
    before: () => lab.send('batch.check', {}),
    clicks: [button('cancel-batch')],
    says: ['batch.cancel', {}],
  },
  'a batch is seen': {
    before: batchHasEnded,
    clicks: [button('batch-seen')],
    says: ['batch.seen', {}],
  },
  'other rules are seen': {
    before: () => seedOtherRules(lab),
    clicks: [button('rules-seen')],
    says: ['rules.seen', {}],
  },
  'what is set aside is seen': {
    before: () => seedRaw(lab, { preferences: 'broken' }).then(() => lab.send('overview.get', {})),
    clicks: [button('set-aside-seen')],
    says: ['set-aside.seen', {}],
  },
  'quiet mode': {
    clicks: ['input[name="banner"]'],
    says: ['banner.choose', { banner: false }],
  },
};

test.each(Object.entries(clicks))('“%s” in the popup is said to the background', async (...row) => {
  const [, { before, clicks, says }] = row;
  await lab.choosePlace('DE');
  await before?.();
  await lab.hear();
  await lab.withPopup(async (popup) => {
    for (const selector of clicks) {
      await popup.waitFor(selector);
      await popup.click(selector);
    }
  });
  const [type, request] = says;
  const said = await until(`${type} is said`, async () =>
    (await lab.heard()).find((message) => message.type === type),
  );
  expect(said.request).toEqual(request);
});
