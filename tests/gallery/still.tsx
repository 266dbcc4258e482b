import { codes } from '../../src/catalogue/jurisdictions.ts';
import type { Overview } from '../../src/core/verdict/overview.ts';
import { Popup, type PopupProps } from '../../src/ui/popup/popup.tsx';

/* Views to be looked at: nothing in them does anything. */

export const nothing = () => {};

export const stillBatch = {
  onCheck: nothing,
  onTurnOff: nothing,
  onCancel: nothing,
  onSeen: nothing,
};

/** The popup with an overview, and otherwise as it usually is. */
export function stillPopup(overview: Overview, more: Partial<PopupProps> = {}) {
  return (
    <Popup
      overview={overview}
      codes={codes}
      guess={undefined}
      refusal={undefined}
      isPrivate={false}
      isUnread={false}
      onReload={nothing}
      onGrant={nothing}
      onProfile={nothing}
      onContainer={nothing}
      onPlace={nothing}
      onErrand={nothing}
      batch={stillBatch}
      onRulesSeen={nothing}
      onMine={nothing}
      onBanner={nothing}
      onSetAsideSeen={nothing}
      onMakeRoom={nothing}
      onUnlistedSeen={nothing}
      onReport={nothing}
      onEvidence={nothing}
      onRights={nothing}
      onDashboard={nothing}
      onPreferences={nothing}
      {...more}
    />
  );
}
