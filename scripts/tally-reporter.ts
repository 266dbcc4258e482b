import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends the run with one plain line. A file that could not run counts as failed. A test that passed on
 * its second try counts as passed, and is named.
 */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const flaky: string[] = [];
    const tally = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      if (module.errors().length > 0 || tests.length === 0) tally.failed++;
      for (const test of tests) {
        tally[outcomeOf(test.result().state)]++;
        if (test.diagnostic()?.flaky) {
          flaky.push(`${test.project.name} ${module.relativeModuleId} > ${test.fullName}`);
        }
      }
    }
    for (const name of flaky) console.log(`\nPassed only on the second try: ${name}`);
    const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
    console.log(`\n${tally.passed} passed, ${tally.failed} failed${skipped}`);
  }
}

function outcomeOf(state: string): 'passed' | 'failed' | 'skipped' {
  if (state === 'passed' || state === 'skipped') return state;
  return 'failed';
}
