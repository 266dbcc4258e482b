import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** The rules of WCAG 2.2 up to level AA, and what axe holds to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a page has once, and a part of one has not. */
const OF_WHOLE_PAGES = ['landmark-one-main', 'page-has-heading-one', 'region'];

/**
 * What axe finds wrong in a page as it stands: a rule and its elements a line.
 * @param isPart what is shown stands in a page of others
 */
export async function violationsIn(page: Page, isPart = false): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(
    (tags, without) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: tags,
        resultTypes: ['violations'],
        rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
      }),
    TAGS,
    isPart ? OF_WHOLE_PAGES : [],
  );
  if (passes.length === 0) throw new Error('axe has looked at nothing');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}
