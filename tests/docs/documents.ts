import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
const folders = ['.', 'docs', 'store', '.github', '.github/ISSUE_TEMPLATE'];

export interface Document {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
}

/** What is written for people who look at the project. */
export const documents: readonly Document[] = folders.flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => documentAt(posix.join(folder, name))),
);

export function documentAt(path: string): Document {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
}

/** Targets of links and pictures that are files of the project, each from its root. */
export function linksOf({ path, text }: Document): string[] {
  const written = [
    ...text.matchAll(/\]\(([^)\s]+)[^)]*\)/g),
    ...text.matchAll(/\b(?:src|href)="([^"]+)"/g),
    ...text.matchAll(/^\[[^\]]+\]:\s+(\S+)/gm),
  ].map(([, target = '']) => target);
  return written
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [file = '', anchor] = target.split('#');
      const whole = file === '' ? path : posix.join(dirname(path), file);
      return anchor === undefined ? whole : `${whole}#${anchor}`;
    });
}

/** Pictures that are named at all, in a link or as a path from the root. */
export function picturesIn(document: Document): string[] {
  const linked = linksOf(document).filter((target) => target.endsWith('.png'));
  const named = [...document.text.matchAll(/`([\w./-]+\.png)`/g)].map(([, path = '']) => path);
  return [...linked, ...named];
}

/** What an address in the same document can point to, as it is made of headings. */
export function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
