import {
  type Breaking,
  type GeneratedPage,
  plainPage,
  plainRender,
  states,
  versions,
} from './page.ts';
import { plausible } from './plausible.ts';
import { languagesOf } from './subject.ts';

/** One of each failure, as it is met most. */
const failures: readonly (Breaking | null)[] = [
  null,
  { kind: 'removed', afterMs: 500 },
  { kind: 'renamed-hook' },
  { kind: 'anonymous', companions: 0 },
  { kind: 'misnamed', hook: 'ours' },
  { kind: 'other-hook-our-name' },
  { kind: 'twin', place: 'main' },
  { kind: 'named-twin' },
  { kind: 'attribute-against-property' },
  { kind: 'word-against-state' },
  { kind: 'mixed', by: 'property' },
  { kind: 'garbage', value: 'yes' },
  { kind: 'flicker', everyMs: 300 },
  { kind: 're-rendered', everyMs: 200, blank: false },
  { kind: 'sign-in' },
  { kind: 'stranger', by: 'name' },
  { kind: 'modal', by: 'native', alone: false },
  { kind: 'concealed', how: 'display-none', decoy: true, known: 'hook' },
  { kind: 'replaced', afterMs: 500 },
  { kind: 'left-over' },
  { kind: 'widget-only' },
  { kind: 'closed-root' },
  { kind: 'in-dialog' },
  { kind: 'outside-main' },
  { kind: 'empty' },
  { kind: 'refused' },
  { kind: 'busy', by: 'progress' },
  { kind: 'no-closer-look' },
];

/** The control comes 300 ms late and is brought to life a second after that. */
const render = { ...plainRender, lateMs: 300, hydratesMs: 1_000, blank: 'set' } as const;

/** Every state × language × version × failure, once and with nothing else. */
export function grid(): GeneratedPage[] {
  return gridOf(languagesOf(plainPage.setting));
}

/** The same for one language whose words are sourced, and for one that nobody has sourced. */
export function smallGrid(): GeneratedPage[] {
  return gridOf(['de', 'ja']);
}

function gridOf(languages: readonly string[]): GeneratedPage[] {
  return languages.flatMap((language) =>
    versions.flatMap((version) =>
      states.flatMap((state) =>
        failures.map((breaking) =>
          plausible({ ...plainPage, language, version, state, render, breaking }),
        ),
      ),
    ),
  );
}
