import type { Accounts } from '../../core/account/accounts.ts';
import { NO_CONTAINER } from '../../core/account/container.ts';
import type { FlipBackNotice, Notice } from '../../core/verdict/notification.ts';
import { nameOfContainer } from './account-names.ts';
import { formatDate, formatDay } from './dates.ts';
import { flipBackSentence } from './flip-back-sentence.ts';
import type { Locale } from './locale.ts';

interface Words {
  readonly title: string;
  readonly message: string;
}

/** What a notification says. */
export function noticeWords(notice: Notice, accounts: Accounts, locale: Locale): Words {
  const { text, language } = locale;
  if (notice.kind === 'reminder') {
    const message =
      notice.since === undefined
        ? text('reminder_due')
        : text('reminder_due_since', formatDay(notice.since, language));
    return { title: text('app_name'), message };
  }
  const { title, message } = flipBackWords(notice, locale);
  const { containers } = accounts;
  if (containers.length === 0) return { title, message };
  const container = containers.find(({ id }) => id === notice.container) ?? { id: NO_CONTAINER };
  return { title: text('labelled', nameOfContainer(container, locale), title), message };
}

function flipBackWords({ settings }: FlipBackNotice, locale: Locale): Words {
  const { text, count, language } = locale;
  const [first, ...others] = settings;
  if (others.length === 0) {
    return {
      title: first.title,
      message: flipBackSentence(first.flipBack, first.serviceName, locale),
    };
  }
  const lines = settings.map(({ title, flipBack }) =>
    text(
      'notice_flip_back',
      title,
      formatDate(flipBack.heldSince, language),
      formatDate(flipBack.foundAt, language),
    ),
  );
  return {
    title: count('notice_flip_backs', settings.length),
    message: lines.join('\n'),
  };
}
