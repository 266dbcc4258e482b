import type { ErrandKind } from '../core/errand.ts';
import { byGravity } from '../core/gravity.ts';
import type { Overview } from '../core/overview.ts';
import type { RemindAfter } from '../core/remind-after.ts';
import type { SettingKey } from '../core/setting-key.ts';
import type { SettingStatus } from '../core/status.ts';
import { wordKey } from '../core/words.ts';
import { AccountChooser } from './account-chooser.tsx';
import { useLocale } from './locale.ts';
import { offersTurnOff } from './offers-turn-off.ts';
import { OpenPages } from './open-pages.tsx';
import { PlaceChooser } from './place-chooser.tsx';
import { RemindAfterChoice } from './remind-after-choice.tsx';
import { ReminderNotice } from './reminder-notice.tsx';
import { type RoundActions, RoundPanel } from './round-panel.tsx';
import { RuleChangeNotice } from './rule-change-notice.tsx';
import { SetAsideNotice } from './set-aside-notice.tsx';
import { SettingCard } from './setting-card.tsx';
import { Summary } from './summary.tsx';
import { UnlistedNotice } from './unlisted-notice.tsx';

export interface PopupProps {
  readonly overview: Overview;
  /** ISO 3166-1 codes to choose from, and the one that is only guessed. */
  readonly codes: readonly string[];
  readonly guess: string | undefined;
  /** The background would not do what was asked. */
  readonly refused: boolean;
  /** The person is in a private window, where nothing is read. */
  readonly isPrivate: boolean;
  readonly onProfile: (id: string) => void;
  readonly onContainer: (id: string) => void;
  readonly onPlace: (code: string) => void;
  readonly onErrand: (key: SettingKey, kind: ErrandKind) => void;
  readonly round: RoundActions;
  readonly onRulesSeen: () => void;
  readonly onRemindAfter: (after: RemindAfter) => void;
  /** It was the person who switched a setting back. */
  readonly onMine: (key: SettingKey) => void;
  readonly onBanner: (banner: boolean) => void;
  readonly onSetAsideSeen: () => void;
  readonly onUnlistedSeen: (address: string) => void;
  /** The full-page view, for a report on one setting or as it opens. */
  readonly onReport: (key: SettingKey) => void;
  readonly onDashboard: () => void;
  readonly onPreferences: () => void;
}

export function Popup(props: PopupProps) {
  const { text } = useLocale();
  const { overview } = props;
  return (
    <>
      <header>
        <img src="/icons/32.png" width="20" height="20" alt="" />
        <h1>{text('app_name')}</h1>
      </header>
      <main>
        {props.refused && (
          <p class="notice" role="alert" data-notice="refused">
            {text('error_refused')}
          </p>
        )}
        {props.isPrivate && (
          <p class="notice" data-notice="private">
            {text('private_text')}
          </p>
        )}
        {overview.hasSetAside && <SetAsideNotice onSeen={props.onSetAsideSeen} />}
        <Summary {...overview} />
        <AccountChooser
          overview={overview}
          onProfile={props.onProfile}
          onContainer={props.onContainer}
        />
        <PlaceChooser
          serviceName={overview.serviceName}
          codes={props.codes}
          chosen={overview.place}
          guess={props.guess}
          onChoose={props.onPlace}
        />
        {overview.ruleChanges.length > 0 && (
          <RuleChangeNotice
            changes={overview.ruleChanges}
            statuses={overview.statuses}
            onSeen={props.onRulesSeen}
          />
        )}
        {overview.reminder.due && <ReminderNotice reminder={overview.reminder} />}
        <RoundPanel {...props.round} {...overview} />
        {overview.unlisted.length > 0 && (
          <UnlistedNotice
            serviceName={overview.serviceName}
            pages={overview.unlisted}
            onSeen={props.onUnlistedSeen}
          />
        )}
        <Settings {...props} />
        {overview.pages.length > 0 && (
          <OpenPages serviceName={overview.serviceName} pages={overview.pages} />
        )}
      </main>
      <footer>
        <label>
          <input
            type="checkbox"
            name="banner"
            checked={overview.banner}
            onChange={(event) => props.onBanner(event.currentTarget.checked)}
          />
          {text('preference_banner', overview.serviceName)}
        </label>
        <RemindAfterChoice chosen={overview.remindAfter} onChoose={props.onRemindAfter} />
        <button type="button" class="quiet" data-action="preferences" onClick={props.onPreferences}>
          {text('action_preferences')}
        </button>
        <button type="button" class="quiet" data-action="dashboard" onClick={props.onDashboard}>
          {text('action_dashboard')}
        </button>
        <p class="small">{text('not_affiliated', overview.serviceName)}</p>
      </footer>
    </>
  );
}

/**
 * The most alarming first. Headings stand beside the cards and not around them: a card that changes its
 * place in the order stays the same element.
 */
function Settings({ overview, onErrand, onMine, onReport }: PopupProps) {
  const { text } = useLocale();
  const ranked = overview.statuses.toSorted((a, b) => byGravity(graveness(a), graveness(b)));
  const leading = ranked.find(offersTurnOff);
  const parts = ranked.flatMap((status, index) => {
    const full = status.purpose === 'ai-training';
    const opensGroup = !full && ranked[index - 1]?.purpose !== status.purpose;
    return [
      opensGroup && (
        <h2 key={`heading/${status.key}`} class="group">
          {text(wordKey('purpose', status.purpose), status.serviceName)}
        </h2>
      ),
      <SettingCard
        key={status.key}
        status={status}
        full={full}
        leads={status === leading}
        onErrand={(kind) => onErrand(status.key, kind)}
        onMine={() => onMine(status.key)}
        onReport={() => onReport(status.key)}
      />,
    ];
  });
  return <>{parts}</>;
}

function graveness({ judgement: { verdict }, purpose, finding }: SettingStatus) {
  return { verdict, purpose, hasFlippedBack: finding?.flipBack !== undefined };
}
