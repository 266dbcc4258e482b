// What page-lab.ts bundles for structure.test.ts.

export { statedPosition } from '../../src/page/state-word.ts';
export { reportOf } from '../../src/page/structure.ts';
export { takeReport } from '../../src/page/take-report.ts';
export { framesLoaded } from './frames.ts';
