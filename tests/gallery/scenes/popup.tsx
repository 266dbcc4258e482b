import type { Overview } from '../../../src/core/verdict/overview.ts';
import { withoutAccess, withUnread } from '../../../src/core/verdict/unsure.ts';
import type { PopupProps } from '../../../src/ui/popup/popup.tsx';
import {
  AI,
  allKeys,
  batch,
  DAY,
  everywhere,
  flippedBack,
  found,
  NOW,
  off,
  on,
  sample,
  turnedOff,
} from '../sample.ts';
import type { Scenes } from '../scenes.tsx';
import { stillPopup } from '../still.tsx';

function popup(overview: Overview, more?: Partial<PopupProps>) {
  return { look: 'popup', draw: () => stillPopup(overview, more) } as const;
}

function withoutSiteAccess(overview: Overview): Overview {
  return {
    ...overview,
    services: overview.services.map((service) => ({ ...service, access: 'withdrawn' as const })),
    statuses: overview.statuses.map(withoutAccess),
  };
}

const mixed = everywhere(off, {
  [AI]: on,
  'linkedin/partners': on,
  'linkedin/inferred-age': on,
  'linkedin/cookies': found({ state: 'unknown', reason: 'not-found' }),
  'linkedin/research': null,
});

export const popupScenes: Scenes = {
  'popup/not-signed-in': popup(
    sample({ findings: everywhere(found({ state: 'unknown', reason: 'signed-out' })) }),
  ),
  'popup/first-open': popup(sample({ place: undefined }), { guess: 'DE' }),
  'popup/nothing-checked': popup(sample()),
  'popup/sharing': popup(sample({ findings: mixed })),
  'popup/protected': popup(sample({ findings: everywhere(off, { [AI]: turnedOff }) })),
  'popup/stale': popup(
    sample({
      findings: everywhere({ ...off, readAt: NOW - 120 * DAY }),
      reminder: { due: true, since: '2026-07-27' },
    }),
  ),
  'popup/exempt-contradicted': popup(sample({ place: 'CN', findings: { [AI]: on } })),
  'popup/no-rule': popup(sample({ place: 'TW', findings: {} })),
  'popup/flipped-back': popup(sample({ findings: everywhere(off, { [AI]: flippedBack }) })),
  'popup/several-accounts': popup(
    sample({
      findings: mixed,
      accounts: {
        profiles: [{ id: '' }, { id: 'b', name: 'Noor' }],
        containers: [{ id: 'work', name: 'Work' }],
        profile: 'b',
        container: '',
      },
      elsewhere: [{ container: 'work', verdict: 'sharing', flippedBack: [] }],
    }),
  ),
  'popup/private-window': popup(sample({ findings: mixed }), { isPrivate: true }),
  'popup/no-access': popup(withoutSiteAccess(sample({ findings: everywhere(off, { [AI]: on }) }))),
  'popup/unread': popup(withUnread(sample({ findings: everywhere(off) }), [AI]), {
    isUnread: true,
  }),
  'popup/refused': popup(sample({ findings: mixed }), { refusal: 'refused' }),
  'popup/set-aside': popup(sample({ hasSetAside: true })),
  'popup/policy-managed': popup(
    sample({ findings: mixed, banner: false, managed: ['banner', 'remindAfter'] }),
  ),
  'popup/store-full': popup(sample({ findings: mixed, isStoreFull: true })),
  'popup/unlisted': popup(
    sample({
      findings: everywhere(off),
      unlisted: [
        {
          address: 'https://www.linkedin.com/mypreferences/d/settings/setting-of-tomorrow',
          ids: ['allowSettingOfTomorrow'],
        },
      ],
    }),
  ),
  'popup/rules-changed': popup(
    sample({
      findings: mixed,
      ruleChanges: sample()
        .statuses.filter(({ key }) => key === AI)
        .map(({ key, rule }) => ({
          key,
          before: { default: 'exempt', from: '2024-09-18' },
          after: { default: 'on', from: '2025-11-03' },
          evidence: rule?.evidence ?? [],
        })),
    }),
  ),
  'popup/checking-everything': popup(sample({ findings: mixed, batch: batch() })),
  'popup/checked-everything': popup(
    sample({
      findings: mixed,
      batch: batch({
        step: 'ended',
        end: { code: 'finished' },
        endedAt: NOW,
        results: Object.fromEntries(allKeys.map((key) => [key, 'read' as const])),
      }),
    }),
  ),
  'popup/handed-over': popup(
    sample({
      findings: mixed,
      batch: batch({
        step: 'ended',
        end: { code: 'handed-over', reason: 'signed-out' },
        endedAt: NOW,
      }),
    }),
  ),
};
