/**
 * Whether a message is longer than so much: each character counts, also of keys, and each thing in it as one. It stops
 * looking where it knows, so that what is enormous costs little more than what is just too long.
 */
export function outweighs(message: unknown, most: number): boolean {
  const left: unknown[] = [message];
  let weight = 0;
  while (left.length > 0 && weight <= most) {
    const one = left.pop();
    weight += 1;
    if (typeof one === 'string') weight += one.length;
    if (typeof one !== 'object' || one === null) continue;
    // The keys of a list are made before the first of them is looked at.
    if (Array.isArray(one) && one.length > most) return true;
    for (const key in one) {
      const inner = (one as Record<string, unknown>)[key];
      weight += key.length + (typeof inner === 'string' ? inner.length + 1 : 0);
      if (weight > most) return true;
      if (typeof inner !== 'string') left.push(inner);
    }
  }
  return weight > most;
}
