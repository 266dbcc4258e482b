import { installPackages, runScript } from './setup.mjs';

installPackages();
runScript('gate/proof.ts', process.argv.slice(2));
