/*
 * A form takes the names of its fields for properties, and a document those of some of its elements: a
 * field that is called `parentNode` or `matches` hides what every node has. What may be one of the two
 * is therefore asked by way of the prototypes.
 */
const parentNode = getterOf<Node, Node | null>(Node.prototype, 'parentNode');
const nodeType = getterOf<Node, number>(Node.prototype, 'nodeType');
const assignedSlot = getterOf<Element, Element | null>(Element.prototype, 'assignedSlot');

export function parentOf(node: Node): Node | null {
  return parentNode.call(node);
}

export function slotOf(element: Element): Element | null {
  return assignedSlot.call(element);
}

export function isElement(node: Node): node is Element {
  return nodeType.call(node) === Node.ELEMENT_NODE;
}

/** A parent that is neither an element nor this is the document. */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return nodeType.call(node) === Node.DOCUMENT_FRAGMENT_NODE;
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function queryIn(element: Element, selector: string): Element[] {
  return [...Element.prototype.querySelectorAll.call(element, selector)];
}

function getterOf<On, T>(prototype: On, name: keyof On): (this: On) => T {
  return Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: On) => T;
}
