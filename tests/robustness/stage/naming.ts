import { type GeneratedPage, mutationOf } from '../page.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

/** How one page names its classes and ids, and in what order it writes attributes. */
export interface Naming {
  readonly className: (name: string) => string;
  readonly id: (name: string) => string;
  readonly element: <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes?: Attributes,
    ...children: readonly (Node | string)[]
  ) => HTMLElementTagNameMap[Tag];
}

export function namingOf(page: GeneratedPage): Naming {
  const classes = mutationOf(page, 'classes')?.seed;
  const ids = mutationOf(page, 'ids')?.seed;
  const by = mutationOf(page, 'attribute-order')?.by ?? 0;
  return {
    className: (name) => (classes === undefined ? name : hashed(name, classes)),
    id: (name) => (ids === undefined ? name : hashed(name, ids)),
    element: (tag, attributes = {}, ...children) => {
      const made = document.createElement(tag);
      for (const [name, value] of turned(Object.entries(attributes), by)) {
        if (value !== undefined) made.setAttribute(name, value);
      }
      made.append(...children);
      return made;
    },
  };
}

function hashed(name: string, seed: number): string {
  let hash = seed;
  for (const letter of name) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return `_${hash.toString(36)}`;
}

function turned<T>(list: readonly T[], by: number): T[] {
  const start = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
