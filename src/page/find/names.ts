/** Computes accessible names. The library for it is larger than the rest of what runs in a page. */
export interface Names {
  /** The accessible name, with white space as a person would hear it. */
  nameOf(element: Element): string;
}
