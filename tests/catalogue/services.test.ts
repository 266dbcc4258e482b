import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { services } from '../../src/catalogue/index.ts';
import { isSecondHand } from '../../src/core/evidence-check.ts';
import type { Evidence } from '../../src/core/recipe.ts';

const files = readdirSync(new URL('../../src/catalogue/services/', import.meta.url)).toSorted();

const evidence: [string, Evidence][] = services.flatMap((service) => [
  ...service.terms.map((one): [string, Evidence] => [`${service.id} terms`, one]),
  ...service.settings.flatMap((setting) =>
    [...setting.evidence, ...setting.rules.flatMap((rule) => rule.evidence)].map(
      (one): [string, Evidence] => [`${service.id}/${setting.id}`, one],
    ),
  ),
]);

test('every service has a file of its own name, and no file is forgotten', () => {
  expect(services.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files);
  expect(files.length).toBeGreaterThan(0);
});

test('what the list holds under an id is what the file of that name exports', async () => {
  let lookedAt = 0;
  for (const { id } of services) {
    const module: { default: unknown } = await import(`../../src/catalogue/services/${id}.ts`);
    expect(services.find((service) => service.id === id)).toBe(module.default);
    lookedAt += 1;
  }
  expect(lookedAt).toBe(files.length);
});

test('every claim names a page of https, and none a copy', () => {
  const bad = evidence.filter(
    ([, { address }]) => !address.startsWith('https://') || isSecondHand(address),
  );
  expect(bad).toEqual([]);
  expect(evidence.length).toBeGreaterThan(30);
});

test('one page has one publisher, whoever cites it', () => {
  const publishers = new Map<string, Set<string>>();
  for (const [, { address, publisher }] of evidence) {
    publishers.set(address, (publishers.get(address) ?? new Set()).add(publisher));
  }
  const disputed = [...publishers].filter(([, names]) => names.size > 1);
  expect(disputed).toEqual([]);
  expect(publishers.size).toBeGreaterThan(10);
});

test('every rule rests on at least one piece of evidence that is not inferred', () => {
  const rules = services.flatMap((service) => service.settings.flatMap(({ rules }) => rules));
  const guessed = rules.filter((rule) =>
    rule.evidence.every(({ certainty }) => certainty === 'inferred'),
  );
  expect(guessed).toEqual([]);
  expect(rules.length).toBeGreaterThan(0);
});

test('a setting has names in English first, and each name once', () => {
  const probes = services.flatMap((service) => service.settings.map(({ probe }) => probe));
  let names = 0;
  for (const probe of probes) {
    expect(Object.keys(probe.names)[0]).toBe('en');
    const all = Object.values(probe.names).flat();
    expect(new Set(all).size).toBe(all.length);
    names += all.length;
  }
  expect(names).toBeGreaterThan(10);
});
