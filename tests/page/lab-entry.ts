// What page-lab.ts bundles and every page of the lab has as `lab`.

export { followPath } from '../../src/page/addresses.ts';
export { insertBannerHost } from '../../src/page/banner-host.ts';
export { findControl } from '../../src/page/find-control.ts';
export { labelOf } from '../../src/page/label-of.ts';
export { lookAtControl, lookAtRow } from '../../src/page/look.ts';
export { press } from '../../src/page/press.ts';
export { readControl } from '../../src/page/read-control.ts';
export { show } from '../../src/page/show.ts';
export { controlsOn } from '../../src/page/visit.ts';
export { watch } from '../../src/page/watch.ts';
export { default as bannerStyles } from '../../src/ui/banner.css?inline';
