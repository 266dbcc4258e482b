import { isShadowRoot } from './unclobbered.ts';

/** A tree that is searched by itself: no selector reaches from one into another. */
export type Root = Document | ShadowRoot;

/** The document with all open shadow roots and frames of its own origin in it. Walks every element. */
export function findRoots(document: Document): Root[] {
  const roots: Root[] = [];
  const waiting: Root[] = [document];
  for (let root = waiting.pop(); root; root = waiting.pop()) {
    roots.push(root);
    const walker = (root.ownerDocument ?? document).createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const element = walker.currentNode as Element;
      if (element.shadowRoot) waiting.push(element.shadowRoot);
      const inner = FRAMES.has(element.localName) && documentOf(element as HTMLIFrameElement);
      if (inner) waiting.push(inner);
    }
  }
  return roots;
}

export function queryAll(roots: readonly Root[], selector: string): Element[] {
  return roots.flatMap((root) => [...root.querySelectorAll(selector)]);
}

/** Whether a root is still part of what the person sees. */
export function isAttached(root: Root): boolean {
  return isShadowRoot(root) ? root.host.isConnected : root.defaultView?.document === root;
}

const FRAMES = new Set(['iframe', 'frame', 'object']);

/** @returns null for a frame of another origin */
function documentOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}
