import { dayOf } from '../../../src/core/time/day.ts';
import { OVERVIEW, type Overview } from '../../../src/core/verdict/overview.ts';
import type { ExtensionApi } from '../browsers/index.ts';
import { CARD, type Lab, SETTING, SWITCH } from '../lab.ts';
import { seedProtected } from '../seed-protected.ts';
import type { History } from './history.ts';
import { LIMIT_MS, startJudge, type Told } from './judge.ts';
import { DWELL_MS, openWorld, pause } from './world.ts';

const LOOK_EVERY_MS = 100;

/** What is wrong with what was said in a history: nothing, where all is right. */
export interface Played {
  readonly wrongSafe: readonly string[];
  readonly wrongAlarm: readonly string[];
}

/** Plays a history, and looks all the while at what is shown. */
export async function play(lab: Lab, history: History): Promise<Played> {
  const { account } = lab.simulator;
  await seedProtected(lab);
  const world = await openWorld(lab);
  const judge = startJudge(
    () => account.switches[SWITCH] === true,
    () => lab.simulator.shown,
  );

  const look = async () => judge.look(await world.shown(), await told(lab));
  const dwell = async () => {
    const until = Date.now() + DWELL_MS;
    // What is wrong is looked at until it is right, or has been wrong for too long.
    const atLast = until + LIMIT_MS + LOOK_EVERY_MS;
    for (let isWrong = true; Date.now() < (isWrong ? atLast : until); ) {
      isWrong = await look();
      // Who opens the popup wakes the background, and it sees what an earlier one may have died over.
      if (isWrong) await lab.ask('overview.get', {});
      await pause(LOOK_EVERY_MS);
    }
  };
  for (const { what, dwells } of history) {
    await world.act(what);
    judge.note(what);
    await (dwells ? dwell() : look());
  }
  if (history.at(-1)?.dwells !== true) await dwell();
  judge.look(await world.shown(), await toldByPopup(lab));
  return { wrongSafe: judge.wrongSafe(), wrongAlarm: judge.wrongAlarm() };
}

/** As a popup would that is opened now: what is kept where it still holds, and else what the background says. */
async function told(lab: Lab): Promise<Told> {
  const kept = await lab.browser.inExtension(keptIn, SETTING, OVERVIEW.version);
  if (kept && kept.day === dayOf(Date.now())) return kept.told;
  const { statuses } = (await lab.send('overview.get', {})) as Overview;
  const status = statuses.find(({ key }) => key === SETTING);
  if (!status) throw new Error(`no status of ${SETTING}`);
  const { judgement, finding } = status;
  return { verdict: judgement.verdict, ...(finding && { finding }) };
}

async function keptIn(
  api: ExtensionApi,
  setting: string,
  version: number,
): Promise<{ day: string; told: Told } | undefined> {
  const { overview: kept, revision = 0 } = await api.storage.local.get(['overview', 'revision']);
  if (kept?.version !== version || kept.revision !== revision) return undefined;
  const { services, statuses }: Overview = kept.overview;
  for (const { hosts, access } of services) {
    const mayEnter = await api.permissions.contains({ origins: hosts });
    if (mayEnter !== (access === 'granted')) return undefined;
  }
  const status = statuses.find(({ key }) => key === setting);
  if (!status) return undefined;
  const { judgement, finding } = status;
  return { day: kept.day, told: { verdict: judgement.verdict, ...(finding && { finding }) } };
}

/** The same from the real one, which also asks whether the page in front of it is read. */
async function toldByPopup(lab: Lab): Promise<Told> {
  const verdict = await lab.withPopup((popup) => popup.attribute(CARD, 'data-verdict'));
  return { ...(await told(lab)), verdict: verdict ?? '' };
}
