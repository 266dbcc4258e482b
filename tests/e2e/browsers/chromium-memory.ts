import { readFile } from 'node:fs/promises';
import type { Browser, CDPSession, Target } from 'puppeteer-core';
import type { Memory } from './memory.ts';

export async function chromiumMemory(browser: Browser, worker: Target): Promise<Memory> {
  const heap = await withSession(worker, async (session) => {
    await session.send('HeapProfiler.collectGarbage');
    return heapOf(session);
  });
  const pids = await withSession(browser.target(), async (session) => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.map(({ id }) => id);
  });
  const processes = await Promise.all(pids.map(processOf));
  const ours = processes.filter((one) => one?.isExtension);
  return {
    heap,
    extensionProcess: sum(ours),
    browser: sum(processes),
    processes: pids.length,
  };
}

/** As it is, with what could be collected. */
export function chromiumHeap(worker: Target): Promise<number> {
  return withSession(worker, heapOf);
}

async function heapOf(session: CDPSession): Promise<number> {
  const { usedSize, ...others } = await session.send('Runtime.getHeapUsage');
  // Newer than the driver's types.
  const { embedderHeapUsedSize = 0, backingStorageSize = 0 } = others as Record<string, number>;
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

async function withSession<T>(
  target: Target,
  use: (session: CDPSession) => Promise<T>,
): Promise<T> {
  const session = await target.createCDPSession();
  try {
    return await use(session);
  } finally {
    await session.detach();
  }
}

interface Process {
  readonly isExtension: boolean;
  readonly resident: number;
}

/** Only Linux tells. One that has ended meanwhile has nothing resident. */
async function processOf(pid: number): Promise<Process | undefined> {
  try {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
    const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1];
    return {
      isExtension: command.includes('--extension-process'),
      resident: Number(kilobytes ?? 0) * 1024,
    };
  } catch {
    return undefined;
  }
}

function sum(processes: readonly (Process | undefined)[]): number | undefined {
  const known = processes.flatMap((one) => one?.resident ?? []);
  return known.length > 0 ? known.reduce((total, one) => total + one, 0) : undefined;
}
