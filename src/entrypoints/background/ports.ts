/* The background's ports, as this browser has them. */

import type { Ports } from '../../background/ports.ts';
import * as alarms from '../../browser/alarms.ts';
import { areas } from '../../browser/areas.ts';
import { showBadge } from '../../browser/badge.ts';
import { runBannerOn, tellBanners } from '../../browser/banner-script.ts';
import * as locks from '../../browser/exclusively.ts';
import { showNotification } from '../../browser/notifications.ts';
import { onPageDeath } from '../../browser/page-death.ts';
import {
  askForReport,
  hasReader,
  loadedAt,
  placeReader,
  readOn,
  runInTab,
} from '../../browser/page-scripts.ts';
import * as permissions from '../../browser/permissions.ts';
import { localeIn, phrasebookIn } from '../../browser/phrasebooks.ts';
import { readPolicy } from '../../browser/policy.ts';
import { version } from '../../browser/product.ts';
import * as tabs from '../../browser/tabs.ts';
import { idOf } from '../../core/verdict/notification.ts';
import { noticeWords } from '../../ui/words/notification-text.ts';
import bannerScript from '../banner/index.iife.tsx?script&iife';
import closerLook from '../closer-look/index.iife.ts?script&iife';
import pageReport from '../page-report/index.iife.ts?script&iife';

export const ports: Ports = {
  areas,
  locks,
  clock: { now: Date.now, after: (ms, ring) => void setTimeout(ring, ms) },
  chance: { fraction: Math.random, id: () => crypto.randomUUID() },
  tabs,
  alarms,
  pages: {
    hasReader,
    placeReader,
    loadedAt,
    readOn,
    takeCloserLook: (tabId) => runInTab(tabId, closerLook, true),
    async askForReport(tabId, request) {
      if (!(await runInTab(tabId, pageReport))) return undefined;
      return { answer: await askForReport(tabId, request) };
    },
    runBannerOn: (patterns) => runBannerOn(patterns, bannerScript),
    tellBanners,
    onPageDeath,
  },
  permissions,
  signs: {
    showBadge,
    notify: (notice, accounts, locale) =>
      showNotification({ id: idOf(notice), ...noticeWords(notice, accounts, locale) }),
  },
  words: { localeIn, phrasebookIn },
  product: { version, userAgent: () => navigator.userAgent },
  readPolicy,
};
