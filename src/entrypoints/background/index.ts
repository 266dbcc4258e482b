import { onAlarm } from '../../browser/alarms.ts';
import { onFirstInstalled, onStart } from '../../browser/lifecycle.ts';
import { onNotificationClicked } from '../../browser/notifications.ts';
import { openWelcome } from '../../browser/own-pages.ts';
import { onPermissionsChanged } from '../../browser/permissions.ts';
import { onPolicyChanged } from '../../browser/policy.ts';
import { openPopupInTab } from '../../browser/popup.ts';
import { serve } from '../../browser/serve.ts';
import { onTabs } from '../../browser/tabs.ts';
import { services } from '../../catalogue/index.ts';
import { accessChanged } from './access.ts';
import { leftService, lookAtAllOnce, tabLoaded, tabReplaced } from './arrivals.ts';
import { DAILY, setDaily } from './daily.ts';
import { endRestarted, onErrandEnded, pickUp, ring } from './errands.ts';
import { handlers } from './handlers.ts';
import { refresh } from './refresh.ts';
import { pickUpRound, ROUND_ALARM, ringRound, tabClosed, tellRoundOfErrand } from './rounds.ts';
import { atWorkAll, begin } from './work.ts';

serve(atWorkAll(handlers), services, (type, error) => console.error(`${type} failed`, error));

onStart(() => {
  begin(() => endRestarted().then(refresh));
});
onPolicyChanged(() => begin(refresh));
onPermissionsChanged(() => begin(accessChanged));
onFirstInstalled(() => void openWelcome());
// At every wake, as an alarm may go with the browser, or wait for a day that a wrong clock told.
begin(setDaily);

onAlarm((name) => {
  if (name === DAILY) begin(refresh);
  else if (name === ROUND_ALARM) begin(ringRound);
  else begin(() => ring(name));
});

onErrandEnded(tellRoundOfErrand);
onNotificationClicked(() => void openPopupInTab());
// The extension was installed, updated or enabled: a page that was open then has no reader of this one.
begin(lookAtAllOnce);

// Before any message is heard: what is under way then was begun by a background that is gone.
begin(() => pickUp().then(pickUpRound));

onTabs({
  loaded: (tab) => begin(() => tabLoaded(tab)),
  unseen: (tabId) => begin(() => leftService(tabId)),
  closed: (tabId) => begin(() => tabClosed(tabId)),
  replaced: (tabId, by) => begin(() => tabReplaced(tabId, by)),
});
