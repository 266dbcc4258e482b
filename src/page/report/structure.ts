import type { Position, Reading, Strategy } from '../../core/reading/reading.ts';
import type { SettingKey } from '../../core/recipe/setting-key.ts';
import type { PageReport } from '../../core/report/page-report.ts';
import { closed, MAX_SWITCHES, readyStates, roundedCount } from '../../core/report/report-words.ts';
import { perceivable } from '../dom/perceivable.ts';
import { findRoots, queryAll, type Root } from '../dom/roots.ts';
import { openDialogs } from '../find/obstacles.ts';
import { isTickable, type RoleWord, roleWordOf, structureOfSwitch } from './switch-structure.ts';

/** What a report says that is not in the document. */
export interface About {
  readonly version: string;
  readonly browser: PageReport['browser'];
  readonly key: SettingKey;
  readonly place: PageReport['place'];
  readonly reading: Reading | null;
  /** How many controls each strategy found. */
  readonly strategies: Readonly<Record<Strategy, number>>;
  /** Values of the hooks of every recipe. */
  readonly hooks: readonly string[];
  /** The position that a known word beside a control states. */
  readonly statedPosition: (control: Element) => Position | undefined;
}

/**
 * What a document is made of, in our own words only. Strings of the page are compared with ours and
 * counted, so none of them can enter: not a text, and no name of an attribute or a tag either.
 */
export function reportOf(document: Document, about: About): PageReport {
  const roots = findRoots(document);
  const elements = queryAll(roots, '*');
  const switches = elements.filter(isTickable);
  const shadowRoots = roots.filter((root) => 'host' in root).length;

  return {
    report: 1,
    version: about.version,
    browser: about.browser,
    key: about.key,
    place: about.place,
    reading: about.reading,
    strategies: {
      'known-id': roundedCount(about.strategies['known-id']),
      'only-switch': roundedCount(about.strategies['only-switch']),
      name: roundedCount(about.strategies.name),
    },
    page: {
      ready: closed(document.readyState, readyStates) ?? 'loading',
      ...factsOf(roots, elements),
      shadowRoots: roundedCount(shadowRoots),
      frames: roundedCount(roots.length - 1 - shadowRoots),
      switches: roundedCount(switches.length),
    },
    roles: countRoles(elements),
    switches: switches
      .map((control) => structureOfSwitch(control, document, about))
      .toSorted((one, other) => weightOf(other) - weightOf(one))
      .slice(0, MAX_SWITCHES),
  };
}

type Facts = Omit<PageReport['page'], 'ready' | 'shadowRoots' | 'frames' | 'switches'>;

const BUSY = '[aria-busy="true"], [role="progressbar"]';
const MAIN = 'main, [role="main"]';
const MODAL = '[aria-modal="true"], :modal';

function factsOf(roots: readonly Root[], elements: readonly Element[]): Facts {
  const dialogs = openDialogs(roots);
  const custom = elements.filter(({ localName }) => localName.includes('-'));

  return {
    busy: perceivable(roots, BUSY).length > 0,
    elements: roundedCount(elements.length),
    customElements: roundedCount(custom.length),
    mainParts: roundedCount(perceivable(roots, MAIN).length),
    dialogs: roundedCount(dialogs.length),
    modalDialogs: roundedCount(dialogs.filter((dialog) => dialog.matches(MODAL)).length),
    passwordFields: roundedCount(perceivable(roots, 'input[type="password"]').length),
    unreadableFrames: roundedCount(elements.filter(isUnreadableFrame).length),
  };
}

function isUnreadableFrame(element: Element): boolean {
  return (
    element.matches('iframe, frame') && !(element as Partial<HTMLIFrameElement>).contentDocument
  );
}

function countRoles(elements: readonly Element[]): PageReport['roles'] {
  const counts = new Map<RoleWord, number>();
  for (const element of elements) {
    const role = roleWordOf(element);
    if (role) counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  return Object.fromEntries(
    [...counts].map(([role, count]) => [role, roundedCount(count)] as const),
  );
}

function weightOf({ hook, inMain }: PageReport['switches'][number]): number {
  const isKnown = Object.values(hook).some((value) => value !== 'other' && value !== 'none');
  return (isKnown ? 2 : 0) + (inMain ? 1 : 0);
}
