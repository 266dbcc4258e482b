import { onAlarm, repeatAlarm } from '../../browser/alarms.ts';
import { onStart } from '../../browser/lifecycle.ts';
import { serve } from '../../browser/serve.ts';
import { onTabs } from '../../browser/tabs.ts';
import { services } from '../../catalogue/index.ts';
import { endRestarted, ring, tabLoaded, tellAll } from './errands.ts';
import { handlers } from './handlers.ts';
import { refresh } from './refresh.ts';

const DAILY = 'daily';
const MINUTES_PER_DAY = 24 * 60;

serve(handlers, services, (type, error) => console.error(`${type} failed`, error));

onStart(() => {
  void endRestarted().then(refresh);
  void repeatAlarm(DAILY, MINUTES_PER_DAY);
});

// Rules change from one day to the next, and a reading grows old.
onAlarm((name) => void (name === DAILY ? refresh() : ring(name)));

onTabs({
  loaded: (tabId, address) => void tabLoaded(tabId, address),
  closed: (tabId) => void tellAll(tabId, { type: 'tab-closed' }),
});
