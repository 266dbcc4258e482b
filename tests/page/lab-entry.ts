// What page-lab.ts bundles and every page of the lab has as `lab`.

export { followPath } from '../../src/page/addresses.ts';
export { findControl } from '../../src/page/find-control.ts';
export { labelOf } from '../../src/page/label-of.ts';
export { lookAtControl, lookAtRow } from '../../src/page/look.ts';
export { press } from '../../src/page/press.ts';
export { readControl } from '../../src/page/read-control.ts';
export { show } from '../../src/page/show.ts';
export { controlsOn } from '../../src/page/visit.ts';
export { bannerElement, raiseBanner, standing, takeBannerDown } from './raised-banner.ts';
export { recording, startRecording, stopRecording } from './recording.ts';
