import { onAlarm, repeatAlarm } from '../../browser/alarms.ts';
import { onStart } from '../../browser/lifecycle.ts';
import { onNotificationClicked } from '../../browser/notifications.ts';
import { openPopupInTab } from '../../browser/popup.ts';
import { serve } from '../../browser/serve.ts';
import { onTabs } from '../../browser/tabs.ts';
import { services } from '../../catalogue/index.ts';
import { tabClosed, tabLoaded } from './arrivals.ts';
import { endRestarted, onErrandEnded, ring } from './errands.ts';
import { handlers } from './handlers.ts';
import { refresh } from './refresh.ts';
import { endRoundOfBefore, ROUND_ALARM, ringRound, tellRoundOfErrand } from './rounds.ts';

const DAILY = 'daily';
const MINUTES_PER_DAY = 24 * 60;

serve(handlers, services, (type, error) => console.error(`${type} failed`, error));

onStart(() => {
  void endRestarted().then(endRoundOfBefore).then(refresh);
});
// At every wake, as an alarm may go with the browser, or wait for a day that a wrong clock told.
void repeatAlarm(DAILY, MINUTES_PER_DAY);

// Rules change from one day to the next, and a reading grows old.
onAlarm((name) => {
  if (name === DAILY) void refresh();
  else if (name === ROUND_ALARM) void ringRound();
  else void ring(name);
});

onErrandEnded(tellRoundOfErrand);
onNotificationClicked(() => void openPopupInTab());
// A pause may have ended while nobody was there to notice.
void ringRound();

onTabs({
  loaded: (tab) => void tabLoaded(tab),
  closed: (tabId) => void tabClosed(tabId),
});
