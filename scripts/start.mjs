import { installPackages, runScript } from './setup.mjs';

installPackages();
runScript('start.ts', process.argv.slice(2));
