import type { Notice } from '../core/notice.ts';
import { formatDate, formatDay } from './dates.ts';
import { flipBackSentence } from './flip-back-sentence.ts';
import type { Locale } from './locale.ts';

interface Words {
  readonly title: string;
  readonly message: string;
}

/** What a notification says. */
export function noticeWords(notice: Notice, locale: Locale): Words {
  const { text, language } = locale;
  if (notice.kind === 'reminder') {
    const message =
      notice.since === undefined
        ? text('reminder_due')
        : text('reminder_due_since', formatDay(notice.since, language));
    return { title: text('app_name'), message };
  }
  const [first, ...others] = notice.settings;
  if (others.length === 0) {
    return {
      title: first.title,
      message: flipBackSentence(first.flipBack, first.serviceName, locale),
    };
  }
  const lines = notice.settings.map(({ title, flipBack }) =>
    text(
      'notice_flip_back',
      title,
      formatDate(flipBack.heldSince, language),
      formatDate(flipBack.foundAt, language),
    ),
  );
  return {
    title: text('notice_flip_backs', String(notice.settings.length)),
    message: lines.join('\n'),
  };
}
