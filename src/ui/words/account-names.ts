import type { Named } from '../../core/account/accounts.ts';
import type { Locale } from './locale.ts';

export function nameOfProfile({ name }: Named, { text }: Locale): string {
  return name ?? text('profile_first');
}

/** @param id `''` for what stands outside containers; the browser numbers the others */
export function nameOfContainer({ id, name }: Named, { text }: Locale): string {
  if (name !== undefined) return name;
  return id === '' ? text('container_none') : text('container_unnamed', id.replace(/^\D+/, ''));
}
