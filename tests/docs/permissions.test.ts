import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { manifestFor, type Target } from '../../scripts/manifest.ts';
import { documentAt, linksOf, ROOT } from './documents.ts';

const targets: readonly Target[] = ['chrome', 'firefox'];

interface Row {
  readonly permission: string;
  readonly targets: readonly string[];
  readonly isOptional: boolean;
  readonly files: readonly string[];
}

const document = documentAt('PERMISSIONS.md');
const rows: readonly Row[] = document.text
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const [, permission = '', manifests = '', granted = '', , used = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    return {
      permission: permission.replaceAll('`', ''),
      targets: manifests.split(', '),
      isOptional: granted !== 'at installation',
      files: linksOf({ path: document.path, text: used }),
    };
  });

/** What the built manifest of one browser asks for, each with whether it waits for the person's word. */
function asked(target: Target): [string, boolean][] {
  const manifest = manifestFor(target);
  const named = (permissions: readonly unknown[] | undefined, isOptional: boolean) =>
    (permissions ?? []).map((one): [string, boolean] => [String(one), isOptional]);
  return [
    ...named(manifest.permissions, false),
    ...named(manifest.optional_permissions, true),
    ...named(manifest.host_permissions, false),
    ...named(manifest.optional_host_permissions, true),
    ...named(
      manifest.content_scripts?.flatMap(({ matches }) => matches ?? []),
      false,
    ),
  ];
}

test.each(targets)('what %s is asked for stands there, and nothing besides', (target) => {
  const told = rows
    .filter((row) => row.targets.includes(target))
    .map(({ permission, isOptional }) => [permission, isOptional]);
  expect(told.toSorted()).toEqual(asked(target).toSorted());
  expect(told.length).toBeGreaterThanOrEqual(6);
});

test('each is told once, and of manifests that there are', () => {
  const names = rows.map(({ permission }) => permission);
  expect(new Set(names).size).toBe(names.length);
  expect(
    rows.flatMap((row) => row.targets).filter((one) => !targets.includes(one as Target)),
  ).toEqual([]);
});

const code = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => posix.join('src', name.replaceAll('\\', '/')))
  .map((path) => ({ path, source: readFileSync(join(ROOT, path), 'utf8') }));

test.each(['storage', 'alarms', 'scripting', 'cookies', 'notifications'])(
  'the code named for %s is all the code that uses it',
  (permission) => {
    const use = new RegExp(`\\b(?:browser|pageApi)\\.${permission}\\b`);
    const users = code.filter(({ source }) => use.test(source)).map(({ path }) => path);
    const row = rows.find((one) => one.permission === permission);
    expect(row?.files.toSorted()).toEqual(users.toSorted());
    expect(users.length > 0).toBe(permission !== 'cookies');
  },
);
