import type { Badge, Tone } from '../core/verdict/badge.ts';
import { browser } from './api.ts';

// White text reads on each of them at 4.5:1 or better.
const colours: Readonly<Record<Tone, string>> = {
  alarm: '#b3261e',
  warning: '#9a5b00',
  question: '#5f6368',
  calm: '#1b6e3c',
};

export async function showBadge({ text, tone }: Badge, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: colours[tone] }),
    browser.action.setTitle({ title }),
  ]);
}
