import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { keep } from './cache.ts';

const SLOWEST = 10;

/** Tests that passed only on their second try: a list of `Flake`. */
export const FLAKY_FILE = 'flaky.json';
/** Names of tests that failed. */
export const FAILED_FILE = 'failed.json';

export interface Flake {
  /** `project file > test` */
  readonly name: string;
  /** What went wrong the first time. */
  readonly error: string;
}

/**
 * Says how long each part and the slowest files took, and which tests passed only on their second try.
 * Ends the run with one plain line. A file that could not run counts as failed.
 */
export default class GateReporter implements Reporter {
  readonly #ended = new Map<string, number>();
  readonly #began = new Map<string, number>();

  onTestModuleStart({ project }: TestModule): void {
    if (!this.#began.has(project.name)) this.#began.set(project.name, Date.now());
  }

  onTestModuleEnd({ project }: TestModule): void {
    this.#ended.set(project.name, Date.now());
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const flaky: Flake[] = [];
    const failed: string[] = [];
    const tally = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      if (module.errors().length > 0 || tests.length === 0) {
        tally.failed++;
        failed.push(nameOf(module));
      }
      for (const test of tests) {
        const outcome = outcomeOf(test.result().state);
        tally[outcome]++;
        if (outcome === 'failed') failed.push(nameOf(module, test));
        if (test.diagnostic()?.flaky) {
          const [first] = test.result().errors ?? [];
          flaky.push({ name: nameOf(module, test), error: first?.message ?? '' });
        }
      }
    }
    keep(FLAKY_FILE, JSON.stringify(flaky, null, 2));
    keep(FAILED_FILE, JSON.stringify(failed, null, 2));

    this.#sayTimes(modules);
    for (const { name, error } of flaky) {
      console.log(`Only on its second try: ${name}\n  ${error}`);
    }
    const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
    console.log(`\n${tally.passed} passed, ${tally.failed} failed${skipped}`);
  }

  #sayTimes(modules: readonly TestModule[]): void {
    console.log('\nParts');
    for (const [name, began] of this.#began) {
      const own = modules.filter(({ project }) => project.name === name);
      const tests = own.flatMap((module) => [...module.children.allTests()]).length;
      const took = seconds((this.#ended.get(name) ?? began) - began);
      console.log(`  ${took}  ${name}: ${tests} tests in ${own.length} files`);
    }
    console.log('\nSlowest files');
    const slowest = modules
      .map((module) => ({ module, ms: module.diagnostic().duration }))
      .toSorted((a, b) => b.ms - a.ms)
      .slice(0, SLOWEST);
    for (const { module, ms } of slowest) console.log(`  ${seconds(ms)}  ${nameOf(module)}`);
    console.log('');
  }
}

function nameOf({ project, relativeModuleId }: TestModule, test?: TestCase): string {
  const file = `${project.name} ${relativeModuleId}`;
  return test ? `${file} > ${test.fullName}` : file;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`.padStart(9);
}

function outcomeOf(state: string): 'passed' | 'failed' | 'skipped' {
  if (state === 'passed' || state === 'skipped') return state;
  return 'failed';
}
