import { insertBannerHost } from '../../src/page/banner/host.ts';
import styles from '../../src/ui/banner/banner.css?inline';

const script = new AbortController();
let raised: { readonly host: HTMLElement; readonly section: HTMLElement } | undefined;
/** What an extension sees of closed roots, and no page. */
const roots = new WeakMap<Element, ShadowRoot>();
/** Those whose extension is gone. */
let version = 0;

/** Raises the banner as its entry point does, with its own styles and other words. Runs in the page. */
export function raiseBanner(): void {
  const own = version;
  const isAlive = () => own === version;
  const dead = new AbortController();
  const world = { shadowOf: rootOf, isAlive, onDead: () => dead.abort() };
  const signal = AbortSignal.any([script.signal, dead.signal]);
  const { root, frame, place } = insertBannerHost(document, world, signal);
  roots.set(root.host, root);
  const style = document.createElement('style');
  style.textContent = styles;
  root.prepend(style);
  const section = document.createElement('section');
  section.innerHTML = '<div class="inner"><p class="say">Words</p><button>Press</button></div>';
  frame.append(section);
  place();
  raised = { host: root.host as HTMLElement, section };
}

function rootOf(element: Element): ShadowRoot | null {
  return roots.get(element) ?? null;
}

/** The extension is updated: the banner that stands is of a version that is gone. */
export function outliveBanner(): void {
  version += 1;
}

export function takeBannerDown(): void {
  script.abort();
}

export function bannerElement(): HTMLElement {
  return banner().host;
}

function banner() {
  if (raised === undefined) throw new Error('there is no banner');
  return raised;
}

export interface Standing {
  /** Where what a person sees of the banner begins. */
  readonly top: number;
  readonly height: number;
  /** What of the page is drawn over that. */
  readonly above: readonly string[];
  /** What of the page that a person can use lies beneath any of our element. */
  readonly beneath: readonly string[];
}

const USABLE = 'a, button, input, select, textarea, summary, [tabindex], [role="button"]';

/** How the banner stands in the page, by what is hit at the points of a narrow grid. */
export function standing(): Standing {
  const { host, section } = banner();
  const { top, height } = section.getBoundingClientRect();
  const above = hits(section).flatMap((hit) =>
    hit.includes(host) ? hit.slice(0, hit.indexOf(host)) : hit,
  );
  const beneath = hits(host).flatMap((hit) => hit.slice(hit.indexOf(host) + 1));
  const usable = beneath.filter((element) => element.matches(USABLE));
  return { top, height, above: namesOf(above), beneath: namesOf(usable) };
}

function hits(element: Element): Element[][] {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const hits: Element[][] = [];
  for (let y = top + 1; y < bottom; y += 3) {
    for (let x = left + 1; x < right; x += 7) hits.push(document.elementsFromPoint(x, y));
  }
  return hits;
}

function namesOf(elements: readonly Element[]): string[] {
  return [...new Set(elements.map(({ localName }) => localName))];
}
