// Apart from `address.ts`, as a view carries no match patterns.

/** Scheme and host of an address, as `URL` gives them. */
export function originOf(address: string): string {
  return address.split('/', 3).join('/');
}
