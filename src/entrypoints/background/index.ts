import { createBackground } from '../../background/app.ts';
import { onAlarm } from '../../browser/alarms.ts';
import { closeToPages } from '../../browser/areas.ts';
import { onFirstInstalled, onStart } from '../../browser/lifecycle.ts';
import { onNotificationClicked } from '../../browser/notifications.ts';
import { openWelcome } from '../../browser/own-pages.ts';
import { onPermissionsChanged } from '../../browser/permissions.ts';
import { onPolicyChanged } from '../../browser/policy.ts';
import { openPopupInTab } from '../../browser/popup.ts';
import { serve } from '../../browser/serve.ts';
import { onTabs } from '../../browser/tabs.ts';
import { services } from '../../catalogue/index.ts';
import { groups } from '../../catalogue/jurisdiction-groups.ts';
import { codes } from '../../catalogue/jurisdictions.ts';
import { ports } from './ports.ts';

closeToPages();
const background = createBackground(ports, { services, groups, codes });

serve(background.handlers, services, (type, error) => console.error(`${type} failed`, error));
onStart(background.started);
onPolicyChanged(background.policyChanged);
onPermissionsChanged(background.permissionsChanged);
onFirstInstalled(() => void openWelcome());
onAlarm(background.rang);
onNotificationClicked(() => void openPopupInTab());
background.wake();
onTabs(background.tabs);
