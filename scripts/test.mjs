import { installPackages, runScript } from './setup.mjs';

installPackages();
runScript('test.ts', process.argv.slice(2));
