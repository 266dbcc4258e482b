/* What every scene looks like, kept beside the code: in one theme from left to right, in the other from right to left. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import UPNG from 'upng-js';
import type { View } from './shots.ts';

const KEPT = join(import.meta.dirname, 'pictures');
/** What a person looks at where a picture differs. Not kept. */
const DIFFERENT = join(import.meta.dirname, '../../.gallery');
/** Fewer pixels than a letter that moved by one, and more than two machines batch differently. */
export const TOLERATED_PIXELS = 40;

export const picturedIn: readonly Pick<View, 'theme' | 'language'>[] = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'ar' },
];

/** So many colours tell every letter as it was, and take a third of the room. */
const COLOURS = 64;

export async function keepPicture(view: View, picture: Uint8Array): Promise<void> {
  const { data, width, height } = PNG.sync.read(Buffer.from(picture));
  const pixels = new Uint8Array(data).buffer;
  await write(
    join(KEPT, fileOf(view)),
    new Uint8Array(UPNG.encode([pixels], width, height, COLOURS)),
  );
}

/** @returns how many pixels differ from the picture that is kept; what differs is written down */
export async function differenceFrom(view: View, picture: Uint8Array): Promise<number> {
  const name = fileOf(view);
  const now = PNG.sync.read(Buffer.from(picture));
  const kept = PNG.sync.read(await readFile(join(KEPT, name)));
  const marked = new PNG({ width: now.width, height: now.height });
  const isSameSize = kept.width === now.width && kept.height === now.height;
  const count = isSameSize
    ? pixelmatch(kept.data, now.data, marked.data, now.width, now.height, { threshold: 0.15 })
    : Number.POSITIVE_INFINITY;
  if (count > TOLERATED_PIXELS) {
    await write(join(DIFFERENT, name), picture);
    if (isSameSize) await write(join(DIFFERENT, `marked-${name}`), PNG.sync.write(marked));
  }
  return count;
}

function fileOf({ scene, theme, language }: View): string {
  return `${scene.replaceAll('/', '-')}.${theme}.${language}.png`;
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
