import { build, type Plugin, type Rolldown } from 'vite';

/** A file and all that it imports as one plain script: what it exports is what pages have as `lab`. */
export async function bundle(entry: string, ...plugins: Plugin[]): Promise<string> {
  const outputs = (await build({
    configFile: false,
    logLevel: 'error',
    plugins,
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['iife'], name: 'lab' },
    },
  })) as Rolldown.RolldownOutput[];
  const code = outputs[0]?.output[0].code;
  if (code === undefined) throw new Error(`${entry} was not bundled`);
  return code;
}
