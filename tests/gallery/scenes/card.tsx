import { outcomeCodes } from '../../../src/core/errand/errand.schema.ts';
import { sided } from '../../../src/core/errand/outcome-words.ts';
import { unknownReasons } from '../../../src/core/reading/reading.ts';
import type { SettingStatus } from '../../../src/core/verdict/status.ts';
import { SettingCard } from '../../../src/ui/settings/setting-card.tsx';
import { AI, DAY, errand, flippedBack, found, NOW, off, on, sample, turnedOff } from '../sample.ts';
import type { Scene, Scenes } from '../scenes.tsx';
import { nothing } from '../still.tsx';

function card(said: Parameters<typeof sample>[0], key = AI): Scene {
  const status = sample(said).statuses.find((one) => one.key === key);
  if (!status) throw new Error(`There is no ${key}`);
  return { look: 'popup', draw: () => drawn(status) };
}

function drawn(status: SettingStatus) {
  return (
    <main>
      <h1>{status.serviceName}</h1>
      <div class="settings">
        <h2 class="group">{status.serviceName}</h2>
        <SettingCard
          status={status}
          unfolded={true}
          leads={true}
          onErrand={nothing}
          onMine={nothing}
          onReport={nothing}
          onEvidence={nothing}
          onRights={nothing}
        />
      </div>
    </main>
  );
}

const of = <Word extends string>(
  group: string,
  words: readonly Word[],
  draw: (word: Word) => Scene,
) => Object.fromEntries(words.map((word) => [`card/${group}/${word}`, draw(word)]));

/** One setting in every state that it can be in. */
export const cardScenes: Scenes = {
  'card/on': card({ findings: { [AI]: on } }),
  'card/off': card({ findings: { [AI]: off } }),
  'card/locked': card({ findings: { [AI]: found({ state: 'locked', position: 'on' }) } }),
  'card/absent': card({ place: 'CN', findings: { [AI]: found({ state: 'absent' }) } }),
  'card/never-read': card({}),
  'card/no-rule': card({ place: 'TW' }),
  'card/exempt-unchecked': card({ place: 'CN' }),
  'card/contradicted': card({ place: 'CN', findings: { [AI]: on } }),
  'card/stale': card({ findings: { [AI]: { ...off, readAt: NOW - 120 * DAY } } }),
  'card/touched': card({ findings: { [AI]: { ...off, fresh: false } } }),
  'card/found-by-name': card({ findings: { [AI]: found({ state: 'on', strategy: 'name' }) } }),
  'card/flipped-back': card({ findings: { [AI]: flippedBack } }),
  ...of('unknown', unknownReasons, (reason) =>
    card({
      findings: {
        [AI]: found(
          { state: 'unknown', reason },
          { lastReadable: { position: 'off', readAt: NOW - 3 * DAY } },
        ),
      },
    }),
  ),
  ...of('under-way', ['opening', 'listing', 'pressing', 'verifying'] as const, (step) =>
    card({ findings: { [AI]: on }, errands: { [AI]: errand(AI, 'opt-out', step) } }),
  ),
  ...of('outcome', outcomeCodes, (code) =>
    card({
      findings: { [AI]: code === 'done' || code === 'already-there' ? turnedOff : on },
      errands: { [AI]: errand(AI, code === 'shown' ? 'guide' : 'opt-out', { code }) },
    }),
  ),
  ...of('undone', sided, (code) =>
    card({
      findings: { [AI]: code === 'done' ? on : turnedOff },
      errands: { [AI]: errand(AI, 'undo', { code }) },
    }),
  ),
};
