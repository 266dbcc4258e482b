import { describe, expect, test } from 'vitest';
import { services } from '../../../src/catalogue/index.ts';
import type { SenderKind } from '../../../src/core/messages/protocol.ts';
import { type RawSender, toSender } from '../../../src/core/messages/sender.ts';

const SETTINGS = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
const FEED = 'https://www.linkedin.com/feed/';

const homes = [
  { id: 'abcdefghijklmnop', origin: 'chrome-extension://abcdefghijklmnop' },
  {
    id: 'default-check@default-check.example',
    origin: 'moz-extension://6f1c1d7e-0000-4000-8000-000000000000',
  },
] as const;

const [home] = homes;

/** A content script in the top frame of a tab. */
function content(url: string, over: RawSender = {}): RawSender {
  return { id: home.id, url, frameId: 0, tab: { id: 7, incognito: false }, ...over };
}

function kindsOf(raw: RawSender): readonly SenderKind[] {
  return toSender(raw, home, services).kinds;
}

describe.each(homes)('a page of our own at $origin', (own) => {
  const popup = `${own.origin}/src/entrypoints/popup/index.html`;

  test.each<[string, RawSender, boolean]>([
    ['the popup', { id: own.id, url: popup }, false],
    [
      'the popup in a tab',
      { id: own.id, url: popup, frameId: 0, tab: { id: 7, incognito: false } },
      false,
    ],
    [
      'the popup in a private tab',
      { id: own.id, url: popup, frameId: 0, tab: { id: 7, incognito: true } },
      true,
    ],
  ])('%s is an extension page, and no page of a service', (_, raw, incognito) => {
    expect(toSender(raw, own, services)).toEqual({ kinds: ['extension-page'], incognito });
  });

  test.each([
    ['of another extension', 'chrome-extension://ponmlkjihgfedcba/index.html'],
    ['of an extension whose id begins like ours', `${own.origin}x/index.html`],
    ['that only names our address', `https://evil.example/?${popup}`],
    ['at our origin without a path', own.origin],
    ['of no scheme at all', popup.slice(popup.indexOf('//'))],
  ])('a page %s is none', (_, url) => {
    const raw = { id: own.id, url, frameId: 0, tab: { id: 7, incognito: false } };
    expect(toSender(raw, own, services).kinds).toEqual([]);
  });
});

describe('a content script', () => {
  test.each<[string, string, readonly SenderKind[]]>([
    ['which moved to a settings page since our first script came', SETTINGS, ['settings-page']],
    ['whose tab shows another origin already', 'https://evil.example/', []],
  ])('in a page %s', (_, inTab, more) => {
    const raw = content(FEED, { tab: { id: 7, incognito: false, url: inTab } });
    const there = kindsOf(content(FEED));
    expect(kindsOf(raw)).toEqual(more.length > 0 ? [...more, ...there] : there);
  });

  test('on a settings page is known with its tab and origin', () => {
    expect(toSender(content(SETTINGS), home, services)).toEqual({
      kinds: ['settings-page', 'banner'],
      tabId: 7,
      origin: 'https://www.linkedin.com',
      container: '',
      incognito: false,
    });
  });

  test.each([
    ['firefox-container-2', 'firefox-container-2'],
    ['firefox-default', ''],
    ['firefox-private', ''],
    ['0', ''],
    [undefined, ''],
  ])('in the cookie store %s is known with the container "%s"', (cookieStoreId, container) => {
    const raw = content(FEED, { tab: { id: 7, incognito: false, cookieStoreId } });
    expect(toSender(raw, home, services).container).toBe(container);
  });

  test.each([
    ['the feed', FEED],
    ['the front page', 'https://www.linkedin.com/'],
    ['an address that only names a settings page', `${FEED}?from=/mypreferences/d/`],
    ['a fragment that names a settings page', `${FEED}#/mypreferences/d/`],
    ['settings without a slash after', 'https://www.linkedin.com/mypreferences'],
    ['a path that begins alike', 'https://www.linkedin.com/mypreferencesx/d/'],
    ['a settings path further down', 'https://www.linkedin.com/in/mypreferences/d/'],
    ['a settings path in capitals', 'https://www.linkedin.com/MyPreferences/d/'],
  ])('on %s is the banner only', (_, url) => {
    expect(kindsOf(content(url))).toEqual(['banner']);
  });

  test.each([
    ['not encrypted', SETTINGS.replace('https:', 'http:')],
    ['a host that ends alike', 'https://www.linkedin.com.evil.example/mypreferences/d/'],
    ['a host that begins alike', 'https://evilwww.linkedin.com/mypreferences/d/'],
    ['a host with another letter for the dot', 'https://wwwxlinkedin.com/mypreferences/d/'],
    ['another host of the service', 'https://de.linkedin.com/mypreferences/d/'],
    ['the bare domain', 'https://linkedin.com/mypreferences/d/'],
    ['another port', 'https://www.linkedin.com:8443/mypreferences/d/'],
    ['our host as a user name', 'https://www.linkedin.com@evil.example/mypreferences/d/'],
    ['our address in a query', 'https://evil.example/?https://www.linkedin.com/mypreferences/'],
    ['our address in a fragment', 'https://evil.example/#https://www.linkedin.com/mypreferences/'],
    ['our address in a path', 'https://evil.example/https://www.linkedin.com/mypreferences/'],
    ['an address made of data', 'data:text/html,https://www.linkedin.com/mypreferences/'],
    ['an address of a blob', 'blob:https://www.linkedin.com/mypreferences/d/'],
    ['a page within the browser', 'about:blank'],
    ['a source view', `view-source:${SETTINGS}`],
    ['an empty address', ''],
  ])('at an address that is %s is nobody', (_, url) => {
    expect(kindsOf(content(url))).toEqual([]);
  });

  test.each<[string, RawSender]>([
    ['in a frame below', { frameId: 3 }],
    ['in a frame that nobody numbered', { frameId: undefined }],
    ['without a tab', { tab: undefined }],
    ['in a tab without an id', { tab: { incognito: false } }],
    ['of another extension', { id: 'ponmlkjihgfedcba' }],
    ['of nobody', { id: undefined }],
    ['without an address', { url: undefined }],
  ])('%s is nobody, and has no tab', (_, over) => {
    const sender = toSender(content(SETTINGS, over), home, services);
    expect(sender).toEqual({ kinds: [], incognito: false });
  });

  test.each<[string, RawSender, boolean]>([
    ['on a settings page', content(SETTINGS, { tab: { id: 7, incognito: true } }), true],
    ['on the feed', content(FEED, { tab: { id: 7, incognito: true } }), true],
    ['in a frame below', content(SETTINGS, { frameId: 3, tab: { id: 7, incognito: true } }), true],
    ['of another extension', content(SETTINGS, { id: 'x', tab: { id: 7, incognito: true } }), true],
    ['in an ordinary window', content(SETTINGS), false],
  ])('%s tells whether its window is private', (_, raw, incognito) => {
    expect(toSender(raw, home, services).incognito).toBe(incognito);
  });

  test('where no service is known nobody is known', () => {
    expect(toSender(content(SETTINGS), home, []).kinds).toEqual([]);
    expect(services.length).toBeGreaterThan(0);
  });
});
