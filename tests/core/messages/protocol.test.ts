import { describe, expect, test, vi } from 'vitest';
import {
  type MessageType,
  protocol,
  type Reply,
  type RequestOf,
  refusals,
  type Sender,
  type SenderKind,
} from '../../../src/core/messages/protocol.ts';
import { type Handlers, Refused, route } from '../../../src/core/messages/router.ts';
import { MAX_UNLISTED_PER_PAGE } from '../../../src/core/reading/unlisted-id.ts';

const KEY = 'linkedin/ai-training';
const PATH = '/mypreferences/d/settings/data-for-ai-improvement';

// Total: a kind of sender that is added must be added here, or the cross product would be too small.
const senderKinds = Object.keys({
  'settings-page': true,
  banner: true,
  'extension-page': true,
} satisfies Record<SenderKind, true>) as SenderKind[];

/** Who may send what, written out again: a sender that is let in must be let in here too. */
const mayBeSentBy: { readonly [Type in MessageType]: readonly SenderKind[] } = {
  'page.arrived': ['settings-page'],
  'page.read': ['settings-page'],
  'page.pressed': ['settings-page'],
  'page.shown': ['settings-page'],
  'page.unlisted': ['settings-page'],
  'page.closer-look': ['settings-page'],
  'tab.unread': ['extension-page'],
  'errand.start': ['extension-page', 'banner'],
  'batch.check': ['extension-page'],
  'batch.turn-off': ['extension-page'],
  'batch.cancel': ['extension-page'],
  'batch.seen': ['extension-page'],
  'flip-back.mine': ['extension-page'],
  'warning.dismiss': ['banner'],
  'banner.warnings': ['banner'],
  'profile.add': ['extension-page'],
  'profile.use': ['extension-page'],
  'profile.rename': ['extension-page'],
  'profile.remove': ['extension-page'],
  'container.show': ['extension-page'],
  'container.rename': ['extension-page'],
  'container.forget': ['extension-page'],
  'place.choose': ['extension-page'],
  'banner.choose': ['extension-page'],
  'language.choose': ['extension-page'],
  'reminder.choose': ['extension-page'],
  'notify.choose': ['extension-page'],
  'rules.seen': ['extension-page'],
  'unlisted.seen': ['extension-page'],
  'report.make': ['extension-page'],
  'history.get': ['extension-page'],
  'history.export': ['extension-page'],
  'history.import': ['extension-page'],
  'everything.delete': ['extension-page'],
  'evidence.make': ['extension-page'],
  'set-aside.seen': ['extension-page'],
  'set-aside.export': ['extension-page'],
  'set-aside.delete': ['extension-page'],
  'overview.get': ['extension-page'],
};

/** One good request of each. Total: a message without one does not compile. */
const good: { readonly [Type in MessageType]: RequestOf<Type> } = {
  'page.arrived': { path: PATH, load: 'load-1', provenance: 'loaded' },
  'page.read': {
    path: PATH,
    load: 'load-1',
    key: KEY,
    reading: { state: 'on' },
    provenance: 'loaded',
    touched: false,
    loadedAt: 1_700_000_000_000,
    standsSince: 1_700_000_001_000,
    settled: true,
  },
  'page.pressed': { load: 'load-1', key: KEY, result: 'moved', saved: true },
  'page.shown': { key: KEY },
  'page.unlisted': { path: PATH, ids: ['allowSomethingNew'] },
  'page.closer-look': {},
  'tab.unread': { tabId: 1 },
  'errand.start': { key: KEY, kind: 'opt-out' },
  'batch.check': {},
  'batch.turn-off': { keys: [KEY] },
  'batch.cancel': {},
  'batch.seen': {},
  'flip-back.mine': { key: KEY },
  'warning.dismiss': { key: KEY, until: 'changed' },
  'banner.warnings': { isMute: false },
  'profile.add': { name: 'Ben' },
  'profile.use': { id: 'b' },
  'profile.rename': { id: 'b', name: 'Ben' },
  'profile.remove': { id: 'b' },
  'container.show': { id: 'firefox-container-2' },
  'container.rename': { id: 'firefox-container-2', name: 'Work' },
  'container.forget': { id: 'firefox-container-2' },
  'place.choose': { code: 'DE' },
  'banner.choose': { banner: false },
  'language.choose': { language: 'pt-BR' },
  'reminder.choose': { after: 7 },
  'notify.choose': { notify: true },
  'rules.seen': {},
  'unlisted.seen': { address: 'https://www.linkedin.com/mypreferences/d/settings/x' },
  'report.make': { key: KEY },
  'history.get': {},
  'history.export': { format: 'csv' },
  'history.import': { text: '{}' },
  'everything.delete': {},
  'evidence.make': { key: KEY },
  'set-aside.seen': {},
  'set-aside.export': {},
  'set-aside.delete': {},
  'overview.get': {},
};

const types = Object.keys(protocol) as MessageType[];

function senderOf(...kinds: SenderKind[]): Sender {
  return { kinds, tabId: 7, origin: 'https://www.linkedin.com', incognito: false };
}

function allowedSender(type: MessageType): Sender {
  return senderOf(...mayBeSentBy[type]);
}

/** Handlers that all do the same, and a record of what they were asked. */
function handlersThat(act: () => unknown) {
  const asked: { type: MessageType; request: unknown; sender: Sender }[] = [];
  const entries = types.map((type) => [
    type,
    async (request: unknown, sender: Sender) => {
      asked.push({ type, request, sender });
      return act();
    },
  ]);
  return { handlers: Object.fromEntries(entries) as unknown as Handlers, asked };
}

const noFault = () => {
  throw new Error('A fault was reported where there was none');
};

describe('a message that is not ours', () => {
  const { handlers, asked } = handlersThat(() => null);
  const strangers: readonly [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'overview.get'],
    ['a number', 42],
    ['a list', [{ type: 'overview.get', request: {} }]],
    ['an empty object', {}],
    ['a request without a type', { request: {} }],
    ['a type of somebody else', { type: 'ping', request: {} }],
    ['a type in other letters', { type: 'Overview.Get', request: {} }],
    ['a type that every object has', { type: 'toString', request: {} }],
    ['a type that is a prototype', { type: '__proto__', request: {} }],
    ['a type that is no text', { type: ['overview.get'], request: {} }],
    ['more than type and request', { type: 'overview.get', request: {}, id: 1 }],
  ];

  test.each(strangers)('is left alone at once: %s', (_, message) => {
    expect(route(handlers, message, senderOf(...senderKinds), noFault)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test('a message that is ours is answered by a promise at once', () => {
    const answer = route(
      handlers,
      { type: 'overview.get', request: {} },
      senderOf('extension-page'),
      noFault,
    );
    expect(answer).toBeInstanceOf(Promise);
  });
});

describe('every message from every kind of sender', () => {
  const rows = types.flatMap((type) =>
    senderKinds.map((kind) => ({
      type,
      kind,
      answer: mayBeSentBy[type].includes(kind) ? 'answered' : 'forbidden',
    })),
  );

  test.each(rows)('$type from a $kind is $answer', async ({ type, kind, answer }) => {
    const { handlers, asked } = handlersThat(() => 'the answer');
    const sender = senderOf(kind);
    const reply = await route(handlers, { type, request: good[type] }, sender, noFault);
    if (answer === 'answered') {
      expect(reply).toEqual({ ok: true, value: 'the answer' });
      expect(asked).toEqual([{ type, request: good[type], sender }]);
    } else {
      expect(reply).toEqual({ ok: false, error: 'forbidden' });
      expect(asked).toEqual([]);
    }
  });

  test.each(types)('%s from a sender without a kind is forbidden', async (type) => {
    const { handlers, asked } = handlersThat(() => null);
    const reply = await route(handlers, { type, request: good[type] }, senderOf(), noFault);
    expect(reply).toEqual({ ok: false, error: 'forbidden' });
    expect(asked).toEqual([]);
  });

  test('one kind that may is enough, whichever others come with it', async () => {
    const { handlers } = handlersThat(() => null);
    const message = { type: 'warning.dismiss', request: good['warning.dismiss'] };
    const reply = await route(handlers, message, senderOf('settings-page', 'banner'), noFault);
    expect(reply).toEqual({ ok: true, value: null });
  });

  test('the protocol lets in whom the table lets in', () => {
    const declared = Object.fromEntries(types.map((type) => [type, protocol[type].from]));
    expect(declared).toEqual(mayBeSentBy);
    expect(rows).toHaveLength(39 * 3);
    expect(rows.filter(({ answer }) => answer === 'answered')).toHaveLength(40);
  });

  test('no content script asks for what a person chose, and no page of ours speaks for a page', () => {
    const own = types.filter((type) => mayBeSentBy[type].includes('extension-page'));
    const pages = types.filter((type) => mayBeSentBy[type].includes('settings-page'));
    expect(own.filter((type) => pages.includes(type))).toEqual([]);
    expect(pages.filter((type) => !type.startsWith('page.'))).toEqual([]);
    expect(own.length + pages.length).toBe(37);
  });
});

describe('a request that is not what the message carries', () => {
  const huge = 'x'.repeat(100_000);
  const wrong: readonly [string, unknown][] = [
    ['null', null],
    ['an empty object', {}],
    ['an empty list', []],
    ['a huge text', huge],
    ['a number', 1.5],
    ['not a number', Number.NaN],
    ['a text with a line break', `${KEY}\n`],
  ];
  /** A page may well have nothing that is on; what is wrong with a file's text is part of the answer. */
  const rightIn: Readonly<Record<string, readonly string[]>> = {
    ids: ['an empty list'],
    text: ['a huge text', 'a text with a line break'],
  };
  const wrongFor = (field: string) => wrong.filter(([what]) => !rightIn[field]?.includes(what));
  const rows = types.flatMap((type) => {
    const request = good[type] as Record<string, unknown>;
    const fields = Object.keys(request);
    return [
      { type, what: 'no request', request: undefined as unknown },
      { type, what: 'null', request: null },
      { type, what: 'a list', request: [request] },
      { type, what: 'a text', request: JSON.stringify(request) },
      { type, what: 'an extra field', request: { ...request, extra: 1 } },
      ...fields.flatMap((field) => [
        { type, what: `no ${field}`, request: without(request, field) },
        ...wrongFor(field).map(([what, value]) => ({
          type,
          what: `${field}: ${what}`,
          request: { ...request, [field]: value },
        })),
      ]),
    ];
  });

  test.each(rows)('$type with $what is malformed', async ({ type, request }) => {
    const { handlers, asked } = handlersThat(() => null);
    const reply = await route(handlers, { type, request }, allowedSender(type), noFault);
    expect(reply).toEqual({ ok: false, error: 'malformed' });
    expect(asked).toEqual([]);
  });

  test('every field of every message was looked at', () => {
    const fields = types.flatMap((type) => Object.keys(good[type]));
    const declared = types.flatMap((type) => Object.keys(protocol[type].request.shape));
    expect(fields.toSorted()).toEqual(declared.toSorted());
    expect(fields).toHaveLength(46);
    expect(rows).toHaveLength(39 * 5 + 46 * (1 + wrong.length) - 3);
  });

  test.each<[string, MessageType, object]>([
    ['a path that is an address', 'page.arrived', { path: 'https://www.linkedin.com/' }],
    ['a path that is too long', 'page.arrived', { path: `/${'a'.repeat(2048)}` }],
    ['a load with other letters', 'page.arrived', { load: 'load 1' }],
    ['a load that is too long', 'page.arrived', { load: 'a'.repeat(65) }],
    ['a setting without a service', 'page.shown', { key: 'ai-training' }],
    ['a setting in a deeper path', 'page.shown', { key: 'linkedin/ai-training/x' }],
    ['a setting that climbs', 'page.shown', { key: '../ai-training' }],
    ['a reading in words of the page', 'page.read', { reading: { state: 'Ein' } }],
    ['a reading with a text of the page', 'page.read', { reading: { state: 'on', text: 'Ada' } }],
    ['an unknown reading without a reason', 'page.read', { reading: { state: 'unknown' } }],
    ['a reason in words', 'page.read', { reading: { state: 'unknown', reason: 'Ada Lovelace' } }],
    ['a locked reading without a side', 'page.read', { reading: { state: 'locked' } }],
    ['a result nobody knows', 'page.pressed', { result: 'done' }],
    ['an id that is a text', 'page.unlisted', { ids: ['Ada Lovelace'] }],
    ['an id that is a name', 'page.unlisted', { ids: ['ada'] }],
    ['an id with a number', 'page.unlisted', { ids: ['memberToggle4711'] }],
    ['an id without end', 'page.unlisted', { ids: [`allow${'X'.repeat(80)}`] }],
    [
      'more ids than a page has',
      'page.unlisted',
      { ids: Array.from({ length: 41 }, () => 'allowSomethingNew') },
    ],
    ['an errand nobody knows', 'errand.start', { kind: 'turn-off' }],
    ['a format that we do not write', 'history.export', { format: 'xml' }],
    ['a place in small letters', 'place.choose', { code: 'de' }],
    ['a place by its name', 'place.choose', { code: 'Germany' }],
    ['a dismissal for ever and ever', 'warning.dismiss', { until: 'forever' }],
  ])('%s is malformed', async (_, type, change) => {
    const { handlers, asked } = handlersThat(() => null);
    const request = { ...good[type], ...change };
    const reply = await route(handlers, { type, request }, allowedSender(type), noFault);
    expect(reply).toEqual({ ok: false, error: 'malformed' });
    expect(asked).toEqual([]);
  });

  test('who may not send it is not told what is wrong with it', async () => {
    const { handlers } = handlersThat(() => null);
    const message = { type: 'place.choose', request: { code: 1 } };
    const reply = await route(handlers, message, senderOf('banner'), noFault);
    expect(reply).toEqual({ ok: false, error: 'forbidden' });
  });

  test('the longest path and load that may be are let through', async () => {
    const { handlers } = handlersThat(() => null);
    const request = { path: `/${'a'.repeat(2047)}`, load: 'a'.repeat(64), provenance: 'loaded' };
    const message = { type: 'page.arrived', request };
    const reply = await route(handlers, message, senderOf('settings-page'), noFault);
    expect(reply).toEqual({ ok: true, value: null });
  });
});

describe('how long a message of a page may be', () => {
  const ids = Array.from({ length: MAX_UNLISTED_PER_PAGE }, () => `allow${'X'.repeat(75)}`);
  const longest = { path: `/${'a'.repeat(2047)}`, ids };

  test('the longest that it has to say is let through', async () => {
    const { handlers } = handlersThat(() => null);
    const message = { type: 'page.unlisted', request: longest };
    const reply = await route(handlers, message, senderOf('settings-page'), noFault);
    expect(reply).toEqual({ ok: true, value: null });
  });

  test.each(types)('of an enormous %s nothing is read', async (type) => {
    const { handlers, asked } = handlersThat(() => null);
    let looked = false;
    const request = {
      long: 'x'.repeat(20_000),
      get path() {
        looked = true;
        return PATH;
      },
      get key() {
        looked = true;
        return KEY;
      },
    };
    const sender = senderOf('settings-page', 'banner');
    const reply = await route(handlers, { type, request }, sender, noFault);
    const isForPages = mayBeSentBy[type].some((kind) => kind !== 'extension-page');
    expect(reply).toEqual({ ok: false, error: isForPages ? 'malformed' : 'forbidden' });
    expect(asked).toEqual([]);
    expect(looked).toBe(false);
  });

  test('a page of ours may say more: it brings in files', async () => {
    const { handlers } = handlersThat(() => null);
    const message = { type: 'history.import', request: { text: 'x'.repeat(20_000) } };
    const reply = await route(handlers, message, senderOf('extension-page'), noFault);
    expect(reply).toEqual({ ok: true, value: null });
  });
});

describe('a handler that does not answer', () => {
  const ask = (handlers: Handlers, onFault: (type: MessageType, error: unknown) => void) =>
    route(handlers, { type: 'overview.get', request: {} }, senderOf('extension-page'), onFault);

  test.each(refusals)('refuses: the answer is %s, and no fault', async (refusal) => {
    const { handlers } = handlersThat(() => {
      throw new Refused(refusal);
    });
    expect(await ask(handlers, noFault)).toEqual({ ok: false, error: refusal });
  });

  test.each([
    ['an error', new Error('storage is full')],
    ['something that is no error', 'storage is full'],
    ['nothing', undefined],
  ])('breaks with %s: the answer is failed, and the fault is told once', async (_, error) => {
    const onFault = vi.fn();
    const { handlers } = handlersThat(() => {
      throw error;
    });
    expect(await ask(handlers, onFault)).toEqual({ ok: false, error: 'failed' });
    expect(onFault.mock.calls).toEqual([['overview.get', error]]);
  });

  test('breaks before it has made a promise: the same', async () => {
    const onFault = vi.fn();
    const { handlers } = handlersThat(() => null);
    const breaking = {
      ...handlers,
      'overview.get': () => {
        throw new Error('at once');
      },
    } satisfies Handlers;
    expect(await ask(breaking, onFault)).toEqual({ ok: false, error: 'failed' });
    expect(onFault).toHaveBeenCalledTimes(1);
  });

  test('what went wrong is not told to who asked', async () => {
    const { handlers } = handlersThat(() => {
      throw new Error('a secret of ours');
    });
    const reply: Reply | undefined = await ask(handlers, () => {});
    expect(JSON.stringify(reply)).toBe('{"ok":false,"error":"failed"}');
  });
});

function without(request: Record<string, unknown>, field: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(request).filter(([name]) => name !== field));
}
