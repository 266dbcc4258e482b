import { describe, expect, test } from 'vitest';
import { day } from '../shown/day.ts';
import { type Lab, openLab, SETTING } from './lab.ts';

const DAY_MS = 86_400_000;
const PARTNERS = 'linkedin/partners';

const longAgo = openLab().clock.now() - 10 * DAY_MS;
const held = { since: longAgo, cause: 'person', verifiedAt: longAgo };
const off = { reading: { state: 'off' }, readAt: longAgo, fresh: true, held };
const flippedBack = (foundAt: number) => ({
  reading: { state: 'on' },
  readAt: foundAt,
  fresh: true,
  flipBack: { heldSince: longAgo, cause: 'person', verifiedAt: longAgo, foundAt },
});

async function agreed(): Promise<Lab> {
  const lab = openLab();
  await lab.send('notify.choose', { notify: true });
  await lab.choosePlace('DE');
  return lab;
}

const putFindings = (lab: Lab, findings: Readonly<Record<string, object>>) =>
  lab.seed(
    Object.fromEntries(Object.entries(findings).map(([key, value]) => [`finding/${key}`, value])),
    2,
  );

/** The setting was off, and the service has switched it on: its page is looked at. */
async function flipBack(lab: Lab): Promise<void> {
  await putFindings(lab, { [SETTING]: off });
  await lab.openPage();
  expect(lab.finding()?.flipBack).toBeDefined();
}

const shown = async (lab: Lab) => {
  await lab.overview();
  return [...lab.notifications.values()];
};

test('without the person’s consent nothing is sent, and nothing counts as told', async () => {
  const lab = openLab();
  await lab.choosePlace('DE');
  await flipBack(lab);
  await putFindings(lab, { [PARTNERS]: { ...off, readAt: longAgo - 40 * DAY_MS } });
  expect(await shown(lab)).toEqual([]);
  expect(lab.stored('told-flip-backs')).toBeUndefined();
  expect(lab.stored('reminding')).toBeUndefined();
});

test('a flip-back is told once, with both days, and not again by a background that starts anew', async () => {
  const lab = await agreed();
  await flipBack(lab);
  const foundAt = lab.finding()?.flipBack?.foundAt ?? 0;
  expect(await shown(lab)).toEqual([
    {
      id: `flip-back//${foundAt}`,
      title: 'Data for Generative AI Improvement',
      message: `You opted out on ${day(longAgo)}. On ${day(foundAt)} you were opted in again at LinkedIn.`,
    },
  ]);
  expect(lab.stored('told-flip-backs')).toEqual([{ key: SETTING, foundAt }]);

  lab.notifications.clear();
  lab.kill();
  expect(await shown(lab)).toEqual([]);
});

test('a background that died before it could note it tells in the same place', async () => {
  const lab = await agreed();
  const foundAt = lab.clock.now();
  await putFindings(lab, { [SETTING]: flippedBack(foundAt) });
  expect((await shown(lab)).map(({ id }) => id)).toEqual([`flip-back//${foundAt}`]);
  await lab.storage.areas.local.remove('told-flip-backs');
  lab.kill();
  expect((await shown(lab)).map(({ id }) => id)).toEqual([`flip-back//${foundAt}`]);
});

test('several that flipped back at once are told in one', async () => {
  const lab = await agreed();
  const foundAt = lab.clock.now();
  const all = [SETTING, PARTNERS, 'linkedin/research', 'linkedin/cookies'];
  const found = all.map((key, index) => [key, flippedBack(foundAt - index)]);
  await putFindings(lab, Object.fromEntries(found));
  const [one, ...others] = await shown(lab);
  expect(others).toEqual([]);
  expect(one).toMatchObject({
    id: `flip-back//${foundAt}`,
    title: '4 settings share your data again',
  });
  expect(one?.message.split('\n')).toHaveLength(4);
  expect(one?.message).toContain(
    `Cookies: opted out since ${day(longAgo)}, opted in again ${day(foundAt)}.`,
  );
  expect(lab.stored('told-flip-backs')).toHaveLength(4);
});

describe('a check that has grown old', () => {
  const old = (lab: Lab) => {
    const readAt = lab.clock.now() - 40 * DAY_MS;
    return putFindings(lab, { [SETTING]: { reading: { state: 'off' }, readAt, fresh: true } });
  };

  test('is told once, whatever the clock said then', async () => {
    const lab = await agreed();
    await old(lab);
    const [one] = await shown(lab);
    expect(one?.id).toBe('reminder');
    expect(one?.message).toMatch(/^You last checked on .*: check again\.$/);

    lab.notifications.clear();
    lab.kill();
    expect(await shown(lab)).toEqual([]);

    // Sent by a clock a year ahead it is as good as never sent: once more, and then it is quiet.
    const remindedAt = lab.clock.now() + 365 * DAY_MS;
    await lab.seed({ reminding: { ...(lab.stored('reminding') as object), remindedAt } });
    expect(await shown(lab)).toHaveLength(1);
    lab.notifications.clear();
    expect(await shown(lab)).toEqual([]);
  });

  test('is told in the popup as often as the person chose', async () => {
    const lab = openLab();
    await lab.choosePlace('DE');
    await old(lab);
    const told = async () =>
      (await lab.shown()).querySelector('[data-notice="reminder"]')?.textContent ?? null;
    expect(await told()).toContain('2026');
    expect(await lab.badgeText()).toBe('?');
    for (const [after, isDue] of [
      ['90', false],
      ['7', true],
      ['never', false],
    ] as const) {
      await lab.send('reminder.choose', {
        after: after === 'never' ? after : (Number(after) as 7 | 90),
      });
      expect([after, (await told()) !== null]).toEqual([after, isDue]);
    }
    expect(lab.tabs.open()).toEqual([]);
  });
});

test('where the browser takes the permission away nothing is sent; it is told once it may be again', async () => {
  const lab = await agreed();
  lab.mayNotify(false);
  await flipBack(lab);
  expect(await shown(lab)).toEqual([]);
  expect(lab.stored('told-flip-backs')).toBeUndefined();
  lab.mayNotify(true);
  expect(await shown(lab)).toHaveLength(1);
});

test('rules that say something else than before are told once, with their source', async () => {
  const lab = openLab();
  await lab.choosePlace('DE');
  const told = async () =>
    (await lab.shown()).querySelector('[data-notice="rules"]')?.textContent ?? null;
  expect(await told()).toBeNull();
  const stand = { default: 'exempt', from: '2024-09-18' };
  const seen = lab.stored('seen-rules') as object;
  await lab.seed({ 'seen-rules': { ...seen, [SETTING]: { place: 'DE', stand } } });
  expect(await told()).toContain(
    'In Germany you were exempt. Since November 3, 2025, LinkedIn may do it there unless you opt out',
  );
  const sources = (await lab.shown()).querySelectorAll('[data-notice="rules"] a[href^="https:"]');
  expect(sources.length).toBeGreaterThan(0);

  await lab.send('rules.seen', {});
  expect(await told()).toBeNull();
  expect(lab.stored('seen-rules')).toMatchObject({ [SETTING]: { stand: { default: 'on' } } });
});
