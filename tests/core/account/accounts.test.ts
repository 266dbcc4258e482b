import { describe, expect, test } from 'vitest';
import {
  AccountName,
  Accounts,
  hasScope,
  named,
  onePerson,
  scopesInUse,
  showing,
  shownScope,
  using,
  withContainer,
  withoutContainer,
  withoutProfile,
  withProfile,
} from '../../../src/core/account/accounts.ts';
import { MAX_CONTAINERS, MAX_PROFILES } from '../../../src/core/account/limits.ts';

const WORK = 'firefox-container-2';
const BEN_CAME = 1000;
const LATER = 2000;
const two = withProfile(onePerson, { id: 'b', name: 'Ben' }, BEN_CAME);
if (!two) throw new Error('A second profile is refused');
const inContainers = withContainer(withContainer(two, WORK), 'firefox-container-3');

test('at first there is one person and no container', () => {
  expect(shownScope(onePerson)).toEqual({ profile: '', container: '' });
  expect(scopesInUse(onePerson)).toEqual([{ profile: '', container: '' }]);
});

test('a new profile is in use, and the first stays', () => {
  expect(two).toMatchObject({ profiles: [{ id: '' }, { id: 'b', name: 'Ben' }], profile: 'b' });
  expect(using(two, '', LATER)?.profile).toBe('');
  expect(using(two, 'c', LATER)).toBeUndefined();
});

test('a profile is in use since it took the place of another one', () => {
  const since = (accounts: Accounts | undefined) => accounts?.chosenAt;
  expect(since(onePerson)).toBeUndefined();
  expect(since(two)).toBe(BEN_CAME);
  expect(since(using(two, 'b', LATER))).toBe(BEN_CAME);
  expect(since(using(two, '', LATER))).toBe(LATER);
  const ofThree = withProfile(two, { id: 'c', name: 'Cem' }, LATER);
  expect(ofThree && since(withoutProfile(ofThree, 'b', 3000))).toBe(LATER);
});

test('there are never more profiles than there may be', () => {
  let accounts = onePerson;
  for (let count = 1; count < MAX_PROFILES; count++) {
    accounts = withProfile(accounts, { id: `p${count}`, name: `P ${count}` }, LATER) as Accounts;
  }
  expect(accounts.profiles).toHaveLength(MAX_PROFILES);
  expect(withProfile(accounts, { id: 'more', name: 'More' }, LATER)).toBeUndefined();
  expect(Accounts.safeParse(accounts).success).toBe(true);
});

test('a profile that is removed is not in use any more; the first cannot be', () => {
  expect(withoutProfile(two, 'b', LATER)).toEqual({ ...onePerson, chosenAt: LATER });
  expect(withoutProfile(two, '', LATER)).toBeUndefined();
  expect(withoutProfile(two, 'c', LATER)).toBeUndefined();
});

test('a container is known once something was read in it, and once only', () => {
  expect(withContainer(onePerson, '')).toBe(onePerson);
  expect(withContainer(inContainers, 'firefox-container-3')).toBe(inContainers);
  expect(scopesInUse(inContainers)).toEqual([
    { profile: 'b', container: '' },
    { profile: 'b', container: WORK },
    { profile: 'b', container: 'firefox-container-3' },
  ]);
});

test('the container that is shown is known from then on, and not shown once forgotten', () => {
  expect(showing(inContainers, 'firefox-container-9').containers).toHaveLength(3);
  const shown = showing(inContainers, WORK);
  expect(shownScope(shown).container).toBe(WORK);
  expect(shownScope(withoutContainer(shown, WORK)).container).toBe('');
  expect(withoutContainer(shown, 'firefox-container-3').container).toBe(WORK);
  expect(shownScope(showing(shown, '')).container).toBe('');
});

test('what is renamed is that one alone', () => {
  expect(named(two, 'profiles', { id: '', name: 'Ada' })?.profiles).toEqual([
    { id: '', name: 'Ada' },
    { id: 'b', name: 'Ben' },
  ]);
  expect(named(inContainers, 'containers', { id: WORK, name: 'Work' })?.containers[0]).toEqual({
    id: WORK,
    name: 'Work',
  });
  expect(named(two, 'containers', { id: WORK, name: 'Work' })).toBeUndefined();
});

describe('a name', () => {
  test.each([
    ['Ada', 'Ada'],
    ['  Ada Lovelace ', 'Ada Lovelace'],
    ['a'.repeat(40), 'a'.repeat(40)],
  ])('%j is kept as %j', (written, kept) => {
    expect(AccountName.parse(written)).toBe(kept);
  });

  test.each(['', '   ', 'a'.repeat(41), 'a\nb', 'a\u0000b'])('%j is none', (written) => {
    expect(AccountName.safeParse(written).success).toBe(false);
  });
});

test('without the first profile the accounts are broken', () => {
  expect(Accounts.safeParse({ ...two, profiles: [{ id: 'b', name: 'Ben' }] }).success).toBe(false);
});

describe('more containers than there may be', () => {
  const ids = Array.from(
    { length: MAX_CONTAINERS + 1 },
    (_, index) => `firefox-container-${index}`,
  );
  const [first = '', second = '', third = ''] = ids;
  const last = ids.at(-1) ?? '';
  const full = ids.slice(0, MAX_CONTAINERS).reduce(withContainer, onePerson);
  const named = (accounts: Accounts, ...which: readonly string[]): Accounts => ({
    ...accounts,
    containers: accounts.containers.map((one) =>
      which.includes(one.id) ? { ...one, name: 'Work' } : one,
    ),
  });

  test.each<[string, Accounts, string]>([
    ['that was read longest ago', full, first],
    ['that has no name', named(full, first, second), third],
    ['that is not shown', { ...full, container: first }, second],
    ['that was read longest ago, where each has a name', named(full, ...ids), first],
    ['that was not read again', withContainer(full, first), second],
  ])('the one %s goes', (_, before, gone) => {
    const after = withContainer(before, last);
    expect(after.containers.at(-1)).toEqual({ id: last });
    const left = ids.filter((container) => hasScope(after, { profile: '', container }));
    expect(left).toEqual(ids.filter((id) => id !== gone));
  });

  test('one that is read again keeps its name, and none goes', () => {
    const again = withContainer(named(full, first), first);
    expect(again.containers).toHaveLength(MAX_CONTAINERS);
    expect(again.containers.at(-1)).toEqual({ id: first, name: 'Work' });
  });
});

test('what is outside containers is nobody else\u2019s, and what is of nobody is of none', () => {
  expect(hasScope(onePerson, { profile: '', container: '' })).toBe(true);
  expect(hasScope(onePerson, { profile: 'b', container: '' })).toBe(false);
  expect(hasScope(onePerson, { profile: '', container: WORK })).toBe(false);
});
