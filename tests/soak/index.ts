import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { buildFor } from '../../scripts/build.ts';
import { type BrowserName, launch } from '../e2e/browsers/index.ts';
import { startSimulator } from '../simulator/server.ts';
import { meanwhileFaults, memoryFaults } from './bounds.ts';
import { ask, type Ground, storeBytes } from './ground.ts';
import { idleMessages } from './idle-messages.ts';
import { measureStores } from './many-observations.ts';
import { playStorm } from './message-storm.ts';
import { openTabs } from './open-tabs.ts';
import { openPopups } from './opened-popup.ts';
import { median, memoryLine, size, storesTable, stormTable, timed } from './report.ts';

const USAGE =
  'npm run soak -- [--browser chromium|firefox] [--tabs 200] [--messages 10000] [--observations 50000]';
const STORM_MS = 60_000;
const POPUPS = 5;
const IDLE_MESSAGES = 40;

const wanted = readArguments();
const dist = await buildFor(wanted.browser === 'chromium' ? 'chrome' : 'firefox');
const gigabytes = Math.round(totalmem() / 2 ** 30);
console.log(`${wanted.browser} on ${cpus().length} cores (${cpus()[0]?.model}), ${gigabytes} GiB`);

const faults = [...(await onGround(soakTabs)), ...(await onGround(soakStore))];
for (const fault of faults) console.error(`FAULT: ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);

async function onGround(play: (ground: Ground) => Promise<string[]>): Promise<string[]> {
  const simulator = await startSimulator();
  const browser = await launch(wanted.browser, { simulator, dist });
  try {
    const ground = { browser, simulator };
    await ask(ground, 'overview.get', {});
    return await play(ground);
  } finally {
    await browser.close();
    await simulator.close();
  }
}

async function soakTabs(ground: Ground): Promise<string[]> {
  const { browser } = ground;
  const idlePopup = median(await openPopups(ground, POPUPS));
  const before = await browser.memory();
  console.log(`\nBefore\n  popup's first content: ${idlePopup.toFixed(0)} ms`);
  console.log(`  ${memoryLine('memory', before)}`);

  const opened = await openTabs(ground, wanted.tabs);
  const crowded = await openPopups(ground, POPUPS);
  const withTabs = await browser.memory();
  console.log(`\n${wanted.tabs} tabs`);
  console.log(`  popup's first content, first time: ${timed(opened.contentMs, idlePopup)}`);
  console.log(`  popup's first content, then: ${timed(median(crowded), idlePopup)}`);
  console.log(`  ${memoryLine('memory', withTabs)}`);

  const [tab] = opened.tabs;
  if (!tab) throw new Error('no tab is open');
  const idleMessage = median(await idleMessages(ground, tab, IDLE_MESSAGES));
  const storm = await playStorm(ground, opened.tabs, { messages: wanted.messages, ms: STORM_MS });
  const after = await browser.memory();
  console.log(`\n${wanted.messages} messages within ${STORM_MS / 1000} s, after a valid one alone`);
  console.log(`  all answered after ${(storm.tookMs / 1000).toFixed(1)} s`);
  console.log(`  popup's first content meanwhile: ${timed(storm.contentMs, idlePopup)}`);
  console.log(`  background's heap meanwhile, uncollected: ${size(storm.heapAtThatMoment)}`);
  console.log(`  ${memoryLine('memory afterwards', after)}`);
  console.log(`  store: ${size(await storeBytes(ground))}\n${stormTable(storm, idleMessage)}`);
  return [
    ...opened.faults,
    ...memoryFaults('with the tabs', withTabs.heap, before.heap),
    ...storm.faults,
    ...meanwhileFaults(storm.heapAtThatMoment),
    ...memoryFaults('after the messages', after.heap, withTabs.heap),
  ];
}

async function soakStore(ground: Ground): Promise<string[]> {
  const before = await ground.browser.memory();
  const stores = await measureStores(ground, wanted.observations, POPUPS);
  const after = await ground.browser.memory();
  console.log(`\nStores\n${storesTable(stores)}`);
  console.log(`  ${memoryLine('memory afterwards', after)}`);
  return [...stores.faults, ...memoryFaults('after the stores', after.heap, before.heap)];
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'string', default: 'chromium' },
        tabs: { type: 'string', default: '200' },
        messages: { type: 'string', default: '10000' },
        observations: { type: 'string', default: '50000' },
      },
    });
    const { browser } = values;
    if (browser !== 'chromium' && browser !== 'firefox') throw new Error(`no browser ${browser}`);
    return {
      browser: browser as BrowserName,
      tabs: numberOf(values.tabs, 20),
      messages: numberOf(values.messages, 100),
      observations: numberOf(values.observations, 100),
    };
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return process.exit(1);
  }
}

function numberOf(text: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least)
    throw new Error(`${text} is not ${least} or more`);
  return number;
}
