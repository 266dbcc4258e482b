// What lab.ts bundles and its pages have as `lab`.
export { run, runAll, runList } from './run.ts';
