import { beforeEach, describe, expect, test, vi } from 'vitest';
import { focusTab, openTab } from '../../src/browser/tabs.ts';
import { NoTab } from '../../src/core/errand/no-tab.ts';

/* What a real browser does only in the moment in which a tab is dragged or closed. */
const calls = vi.hoisted(() => ({
  query: vi.fn(),
  update: vi.fn(),
  create: vi.fn(),
  focus: vi.fn(),
}));
vi.mock('../../src/browser/api.ts', () => ({
  browser: {
    tabs: { query: calls.query, update: calls.update, create: calls.create },
    windows: {
      getAll: async () => [{ id: 1, incognito: false, type: 'normal' }],
      getLastFocused: async () => ({ id: 1 }),
      update: calls.focus,
    },
  },
}));

const ADDRESS = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
const open = () => openTab(ADDRESS, [ADDRESS], '');
const refusal = (words: string) => () => Promise.reject(new Error(words));
const isDragged = refusal('Tabs cannot be edited right now (user may be dragging a tab).');

beforeEach(() => {
  vi.resetAllMocks();
  calls.query.mockResolvedValue([{ id: 5, incognito: false }]);
  calls.update.mockResolvedValue({ id: 5, windowId: 1 });
  calls.create.mockResolvedValue({ id: 6 });
});

describe('a tab that is at the setting already', () => {
  test('is used, and brought forward', async () => {
    expect(await open()).toBe(5);
    expect(calls.update.mock.calls).toEqual([
      [5, { url: ADDRESS }],
      [5, { active: true }],
    ]);
    expect(calls.create).not.toHaveBeenCalled();
  });

  test('gives way to a new one if it was closed meanwhile', async () => {
    calls.update.mockImplementation(refusal('No tab with id: 5.'));
    expect(await open()).toBe(6);
  });

  test('is told as no tab where the browser changes none', async () => {
    calls.update.mockImplementation(isDragged);
    calls.create.mockImplementation(isDragged);
    await expect(open()).rejects.toThrow(NoTab);
  });

  test('is told as no tab where the browser does not bring it forward', async () => {
    calls.update.mockResolvedValueOnce({ id: 5, windowId: 1 }).mockImplementation(isDragged);
    await expect(open()).rejects.toThrow(NoTab);
    calls.update.mockResolvedValue({ id: 5, windowId: 1 });
    calls.focus.mockImplementation(refusal('No window with id: 1.'));
    await expect(focusTab(5)).rejects.toThrow(NoTab);
  });
});
