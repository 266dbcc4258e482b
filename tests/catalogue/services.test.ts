import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { services } from '../../src/catalogue/index.ts';
import { isSecondHand } from '../../src/core/recipe/check-evidence.ts';
import type { Evidence, Service } from '../../src/core/recipe/recipe.ts';

const folders = readdirSync(new URL('../../src/catalogue/services/', import.meta.url)).toSorted();

const evidence: [string, Evidence][] = services.flatMap((service: Service) => {
  const of = (name: string, all: readonly Evidence[]) =>
    all.map((one): [string, Evidence] => [`${service.id} ${name}`, one]);
  return [
    ...of('terms', service.terms),
    ...(service.controllers ?? []).flatMap(({ evidence }) => of('controllers', evidence)),
    ...service.pages.flatMap((page) => of(page.id, page.evidence)),
    ...service.settings.flatMap((setting) => [
      ...of(setting.id, setting.evidence),
      ...[...setting.rules, ...(setting.alternatives ?? []), ...(setting.cases ?? [])].flatMap(
        (claim) => of(setting.id, claim.evidence),
      ),
    ]),
  ];
});

test('every service has a folder of its own name, and no folder is forgotten', () => {
  expect(services.map(({ id }) => id).toSorted()).toEqual(folders);
  expect(folders.length).toBeGreaterThan(0);
});

test('what the list holds under an id is what the recipe in that folder exports', async () => {
  let lookedAt = 0;
  for (const { id } of services) {
    const module: { default: unknown } = await import(
      `../../src/catalogue/services/${id}/recipe.ts`
    );
    expect(services.find((service) => service.id === id)).toBe(module.default);
    lookedAt += 1;
  }
  expect(lookedAt).toBe(folders.length);
});

test('every claim names a page of https, and none a copy', () => {
  const bad = evidence.filter(
    ([, { address }]) => !address.startsWith('https://') || isSecondHand(address),
  );
  expect(bad).toEqual([]);
  expect(evidence.length).toBeGreaterThan(90);
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

test('a setting has its names in English first, where any are sourced, and each name once', () => {
  const probes = services.flatMap((service) => service.settings.map(({ probe }) => probe));
  const names: string[] = [];
  for (const probe of probes) {
    expect(Object.keys(probe.names)[0]).toBe('en');
    names.push(...Object.values<readonly string[]>(probe.names).flat());
  }
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(20);
});
