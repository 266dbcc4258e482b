/** Whether a person could meet this element: not hidden, not inert, not only decoration. Forces no layout. */
export function isPerceivable(element: Element): boolean {
  if (element.closest('[inert], [aria-hidden="true"], template') !== null) return false;
  return element.checkVisibility({ visibilityProperty: true });
}

export function perceivable(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll(selector)].filter(isPerceivable);
}
