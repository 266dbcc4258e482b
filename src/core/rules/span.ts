import { type Day, daysAfter, daysFrom } from '../time/day.ts';

/** From a first day to a last, both included. */
export interface Span {
  readonly first: Day;
  readonly last: Day;
}

/** Days from the first; 0 on it, negative before it. */
export function offsetOf({ first }: Span, day: Day): number {
  return daysFrom(first, day);
}

export function dayAt({ first }: Span, offset: number): Day {
  return daysAfter(first, offset);
}

/** How far along the span the day is: 0 on the first, 1 on the last, and neither less nor more. */
export function shareOf(span: Span, day: Day): number {
  const length = offsetOf(span, span.last);
  return length > 0 ? Math.min(1, Math.max(0, offsetOf(span, day) / length)) : 0;
}

export function isWithin({ first, last }: Span, day: Day): boolean {
  return first <= day && day <= last;
}

/** The day itself, or the end of the span that is nearer. */
export function heldWithin({ first, last }: Span, day: Day): Day {
  if (day < first) return first;
  return day > last ? last : day;
}

/** Each first of January after the first day. */
export function yearsIn({ first, last }: Span): Day[] {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => `${from + 1 + index}-01-01`);
}
