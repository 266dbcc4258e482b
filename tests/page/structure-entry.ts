// What page-lab.ts bundles for structure.test.ts.

export { statedPosition } from '../../src/page/find/state-word.ts';
export { reportOf } from '../../src/page/report/structure.ts';
export { takeReport } from '../../src/page/report/take-report.ts';
export { framesLoaded } from './frames.ts';
