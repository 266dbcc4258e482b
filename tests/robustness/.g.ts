import { guardPlugin, lostGuards } from './guard-plugin.ts';
import { faultIn, guards } from './guards.ts';
import { bundle, launchLab } from './lab.ts';
for (const l of lostGuards(guards)) console.log('LOST', l);
const b = await launchLab(process.argv[2] === 'firefox' ? 'firefox' : 'chromium');
const lab = await b.open(await bundle(guardPlugin(guards)));
const t = Date.now();
for (const g of guards) {
  const play = () => 'list' in g.page ? lab.runList(g.page) : lab.runOne(g.page);
  await lab.switchOff(undefined); const a = await play(); const w = faultIn(g, a);
  await lab.switchOff(g.name); const c = await play(); const wo = faultIn(g, c);
  const rep = (r: typeof a) => JSON.stringify(r.reports.map(x => [x.atMs, x.reading.state, (x.reading as any).reason ?? (x.reading as any).position]));
  console.log(w === undefined && wo !== undefined ? 'ok   ' : 'BAD  ', g.file.slice(9), '|', g.name, '| with:', w, '| without:', wo, w === undefined && wo !== undefined ? '' : rep(a) + ' / ' + rep(c));
}
console.log((Date.now() - t) / 1000, 's', guards.length);
await b.close();
