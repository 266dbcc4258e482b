import { settingKey } from '../language/words.ts';
import { type Problem, problemAt } from './problem.ts';
import type { Service } from './recipe.ts';

/** `covers` alone may be silent about a setting. */
const ofSetting = ['shares', 'limits'] as const;

/**
 * Whether the words beside a recipe are those that it needs: none missing, and none for what it does not name.
 *
 * @param there the names of the sentences that stand beside it in English
 */
export function checkWords(service: Service, there: readonly string[]): Problem[] {
  const needed = neededBy(service);
  const allowed = new Set([...needed, ...service.settings.map(({ id }) => keyOf('covers', id))]);
  return [
    ...needed.filter((key) => !there.includes(key)).map((key) => problem(key, 'is missing')),
    ...there.filter((key) => !allowed.has(key)).map((key) => problem(key, 'belongs to nothing')),
  ];

  function keyOf(group: (typeof ofSetting)[number] | 'covers' | 'page', id: string): string {
    return settingKey(group, `${service.id}/${id}`);
  }

  function neededBy({ settings, pages }: Service): string[] {
    const sentences = [
      settingKey('terms', service.id),
      ...settings.flatMap(({ id, rules, alternatives = [], cases = [] }) => [
        ...ofSetting.map((group) => keyOf(group, id)),
        ...alternatives.map((one) => settingKey('alternative', one.id)),
        ...cases.map((one) => settingKey('case', one.id)),
        ...rules.flatMap(({ remark }) => (remark ? [settingKey('remark', remark)] : [])),
      ]),
      ...pages.map(({ id }) => keyOf('page', id)),
    ];
    return [...new Set(sentences)];
  }
}

function problem(key: string, what: string): Problem {
  return problemAt(['words'], `the sentence ${key} ${what}`);
}
