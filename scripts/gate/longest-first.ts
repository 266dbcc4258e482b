import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A file that takes minutes must not be begun when the others are done: by their size alone it would come last. */
const LONGEST = ['tests/e2e/life/ladder.test.ts', 'tests/e2e/batch.test.ts'];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) =>
      LONGEST.some((file) => moduleId.endsWith(file));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
