import type { ReplacedText } from '../../robustness/guard-plugin.ts';
import type { Happening, History } from './history.ts';

/** One thing in the product without which it would say something wrong in the life of one browser. */
export interface LifeGuard extends ReplacedText {
  readonly history: History;
}

type Told = Happening | `${Happening}, a while`;

function guard(
  name: string,
  file: string,
  find: string,
  replace: string,
  ...steps: readonly Told[]
): LifeGuard {
  const history = steps.map((step) => {
    const [what, dwells] = step.split(', ') as [Happening, string | undefined];
    return { what, dwells: dwells !== undefined };
  });
  return { name, file: `src/${file}.ts`, find, replace, history };
}

export const lifeGuards: readonly LifeGuard[] = [
  guard(
    'only a loaded page is fresh',
    'core/reading/provenance',
    `provenance === 'loaded' && !touched`,
    '!touched',
    ...(['load, a while', 'leave, a while', 'elsewhere', 'back, a while'] as const),
  ),
  guard(
    'a page that is older than a warning does not lift it',
    'core/reading/finding',
    'previous && mayReassure && isBefore(standsSince, previous.warnedIn, at)',
    'false',
    ...(['load, a while', 'leave', 'elsewhere', 'second, a while', 'back, a while'] as const),
  ),
  guard(
    'a page that is brought back is read',
    'page/watch/shown-document',
    `persisted && beginAnew('restored')`,
    'persisted',
    ...(['elsewhere', 'load, a while', 'leave', 'elsewhere', 'load, a while'] as const),
    ...(['back', 'back, a while'] as const),
  ),
  guard(
    'what reassures is glanced at',
    'page/watch/watch',
    'tracks.some((one) => hasTurned(one.settling, one.watched.protectedWhen))',
    'false',
    ...(['load, a while', 'kill, a while', 'by-script, a while'] as const),
  ),
  guard(
    'whoever comes to a page for guests is signed out',
    'core/recipe/address',
    'service.interstitials[reason].some((prefix) => below(origin + clean, prefix))',
    'false',
    ...(['load, a while', 'sign-out, a while'] as const),
  ),
  guard(
    'a page that is open across an update gets a reader',
    'background/app',
    'void arrivals.lookAtAll()',
    'isNew',
    ...(['load, a while', 'update', 'by-hand, a while'] as const),
  ),
  guard(
    'a page that is reached without a load gets a reader',
    'background/arrivals',
    'if (isSettingsPage(catalogue.services, href)) await',
    'if (false) await',
    ...(['elsewhere', 'move-in, a while'] as const),
  ),
  guard(
    'a page is taken for what its tab says that it is',
    'core/messages/sender',
    'inTab !== undefined && originOf(inTab) === originOf(url)',
    'false',
    ...(['elsewhere', 'move-in, a while'] as const),
  ),
  guard(
    'without access nothing reassures',
    'background/show',
    'withdrawn.length > 0 ? sure.map((one) => unseenOf(one, withdrawn)) : sure',
    'sure',
    'withdraw, a while',
  ),
  guard(
    'with access given back open pages are read',
    'background/access',
    'void arrivals.lookAtAll()',
    'void 0',
    ...(['withdraw', 'elsewhere', 'load', 'grant, a while'] as const),
  ),
  guard(
    'with access given back it is seen that somebody has signed out',
    'background/arrivals',
    'loadedAt !== undefined',
    'false',
    ...(['load, a while', 'withdraw', 'sign-out', 'grant, a while'] as const),
  ),
  guard(
    'a warning for which there is no room takes the reassurance with it',
    'background/readings',
    'keepWithoutHistory(key, account)',
    'account',
    ...(['elsewhere', 'fill', 'load, a while', 'room, a while'] as const),
  ),
];
