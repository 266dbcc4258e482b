import { originOf } from './origin.ts';
import { type FieldPath, type FileProblem, type Problem, problemAt } from './problem.ts';
import type { Service } from './recipe.ts';

/** Lower case and without a port, as browsers tell it. */
const ORIGIN = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** What is left of an address is compared with it: no query, no fragment, and no slash at the end. */
const PLAIN = /^\/(?:[^?#\s]*[^?#\s/])?$/;

type Addresses = readonly [FieldPath, readonly string[]];

export function checkAddresses({
  origins,
  settingsPages,
  warnOn,
  interstitials,
  guestPages,
}: Service): Problem[] {
  const patterns: readonly Addresses[] = [
    [['settingsPages'], settingsPages],
    [['warnOn'], warnOn],
  ];
  const addresses: readonly Addresses[] = [
    [['interstitials', 'signed-out'], interstitials['signed-out']],
    [['interstitials', 'challenge'], interstitials.challenge],
    [['guestPages'], guestPages],
  ];
  return [
    ...checkEach([...patterns, ...addresses], (one, path) => checkWithin(one, origins, path)),
    ...checkEach(addresses, checkPlain),
    ...checkEach([[['origins'], origins]], checkOrigin),
  ];
}

function checkEach(
  all: readonly Addresses[],
  check: (address: string, path: FieldPath) => Problem[],
): Problem[] {
  return all.flatMap(([path, addresses]) =>
    addresses.flatMap((address, index) => check(address, [...path, index])),
  );
}

export function checkWithin(
  address: string,
  origins: readonly string[],
  path: FieldPath,
): Problem[] {
  return origins.includes(originOf(address))
    ? []
    : [problemAt(path, `${address} is outside ${origins.join(', ')}`)];
}

function checkPlain(address: string, path: FieldPath): Problem[] {
  return PLAIN.test(address.slice(originOf(address).length))
    ? []
    : [problemAt(path, `${address} is no plain address, as pages are told by`)];
}

function checkOrigin(origin: string, path: FieldPath): Problem[] {
  return ORIGIN.test(origin) ? [] : [problemAt(path, `${origin} is more than scheme and host`)];
}

/** What is opened must be on the service and must be recognised when it has been opened. */
export function checkOpened(
  { open, paths }: { readonly open: string; readonly paths: readonly string[] },
  origins: readonly string[],
  path: FieldPath,
): Problem[] {
  const here = [...path, 'open'];
  const outside = checkWithin(open, origins, here);
  if (outside.length > 0) return outside;

  const opened = open.slice(originOf(open).length).replace(/[?#].*$/, '');
  return paths.includes(opened) ? [] : [problemAt(here, `${opened} is not among its paths`)];
}

/** A site belongs to one service: what it shows instead of its settings is told of that one alone. */
export function checkOrigins(
  files: readonly { readonly file: string; readonly service: Service }[],
): FileProblem[] {
  const owners = new Map<string, Service>();
  return files.flatMap(({ file, service }) =>
    service.origins.flatMap((origin, index) => {
      const owner = owners.get(origin) ?? service;
      owners.set(origin, owner);
      if (owner === service) return [];
      return [{ file, ...problemAt(['origins', index], `${origin} belongs to ${owner.id}`) }];
    }),
  );
}
