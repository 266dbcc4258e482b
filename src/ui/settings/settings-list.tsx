import type { ErrandKind } from '../../core/errand/errand.schema.ts';
import { wordKey } from '../../core/language/words.ts';
import { serviceIdOf } from '../../core/recipe/entry.ts';
import type { SettingKey } from '../../core/recipe/setting-key.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';
import { useLocale } from '../words/locale.ts';
import { SettingCard } from './setting-card.tsx';

export interface SettingActions {
  readonly onErrand: (key: SettingKey, kind: ErrandKind) => void;
  /** It was the person who switched a setting back. */
  readonly onMine: (key: SettingKey) => void;
  readonly onReport: (key: SettingKey) => void;
  readonly onEvidence: (key: SettingKey) => void;
  /** What the law of the person's place gives them. */
  readonly onRights: () => void;
}

interface Props extends SettingActions {
  /** The gravest first. */
  readonly ranked: readonly SettingStatus[];
  /** The one whose action stands out. */
  readonly leading: SettingKey | undefined;
}

/**
 * By service and purpose, and those of the gravest first. Headings stand beside the cards and not around
 * them: a card that changes its place in the order stays the same element.
 */
export function SettingsList({ ranked, leading, ...on }: Props) {
  const { text } = useLocale();
  const firsts = ranked.filter(
    (status, index) => ranked.findIndex((one) => headingOf(one) === headingOf(status)) === index,
  );
  return (
    <div class="settings">
      {firsts.flatMap((first) => [
        <h2 key={`heading/${headingOf(first)}`} class="group">
          {text(wordKey('purpose', first.purpose), first.serviceName)}
        </h2>,
        ...ranked
          .filter((status) => headingOf(status) === headingOf(first))
          .map((status) => (
            <SettingCard
              key={status.key}
              status={status}
              // What the product is for above all is never folded away at first.
              unfolded={status === ranked[0] || status.purpose === 'ai-training'}
              leads={status.key === leading}
              onErrand={(kind) => on.onErrand(status.key, kind)}
              onMine={() => on.onMine(status.key)}
              onReport={() => on.onReport(status.key)}
              onEvidence={() => on.onEvidence(status.key)}
              onRights={on.onRights}
            />
          )),
      ])}
    </div>
  );
}

function headingOf({ key, purpose }: SettingStatus): string {
  return `${serviceIdOf(key)}/${purpose}`;
}
