import type { Page, SerializedAXNode } from 'puppeteer-core';

/** What Chromium tells assistive technology of a page, one after the other. */
export async function nodesOf(page: Page): Promise<SerializedAXNode[]> {
  const root = await page.accessibility.snapshot({ interestingOnly: false });
  if (!root) throw new Error('the page tells assistive technology nothing');
  const flat = (node: SerializedAXNode): SerializedAXNode[] => [
    node,
    ...(node.children ?? []).flatMap(flat),
  ];
  return flat(root);
}

const OPERATED = new Set([
  'button',
  'link',
  'checkbox',
  'radio',
  'combobox',
  'textbox',
  'searchbox',
  'slider',
  'spinbutton',
  'Date',
  'DateTime',
  'DisclosureTriangle',
  'progressbar',
]);
const NAMED_TOO = new Set(['navigation', 'region', 'search', 'article', 'RootWebArea']);

/** Whatever is operated, or gone to by its name. */
export const operated = (nodes: readonly SerializedAXNode[]) =>
  nodes.filter(({ role }) => OPERATED.has(role));

export function nameless(nodes: readonly SerializedAXNode[]): string[] {
  return nodes
    .filter(({ role, name }) => (OPERATED.has(role) || NAMED_TOO.has(role)) && !name?.trim())
    .map((node) => JSON.stringify(node).slice(0, 200));
}

/** Headings that stand more than one level below the one before, and how many stand at the top. */
export function outlineFaults(nodes: readonly SerializedAXNode[]): string[] {
  const headings = nodes.filter(({ role }) => role === 'heading');
  const tops = headings.filter(({ level }) => level === 1).length;
  return [
    ...(tops === 1 ? [] : [`${tops} headings of the first level`]),
    ...headings
      .filter(({ level = 0 }, index) => level > (headings[index - 1]?.level ?? 0) + 1)
      .map(({ name, level }) => `${name} leaps to level ${level}`),
    ...headings.filter(({ name }) => !name).map(({ level }) => `no name at level ${level}`),
  ];
}
