import { describe, expect, test } from 'vitest';
import { firstScope } from '../../../src/core/account/scope.ts';
import type { Finding } from '../../../src/core/reading/finding.ts';
import type { Reading } from '../../../src/core/reading/reading.ts';
import { Purpose, Rule } from '../../../src/core/recipe/recipe.ts';
import { verdicts } from '../../../src/core/verdict/verdict.ts';
import { Warning, warningOf } from '../../../src/core/verdict/warning.ts';
import { flipBack, READ_AT, statusIn } from './one-setting.ts';

describe('what is warned of', () => {
  test.each<[string, string | undefined, Reading | undefined, Partial<Warning> | undefined]>([
    [
      'on, in Germany',
      'DE',
      { state: 'on' },
      {
        verdict: 'sharing',
        readAt: READ_AT,
        ruleFrom: '2025-11-03',
        onSince: '2025-11-03',
        exemptUntil: '2025-11-02',
      },
    ],
    [
      'locked on, in China, which is exempt',
      'CN',
      { state: 'locked', position: 'on' },
      { verdict: 'sharing', readAt: READ_AT, ruleFrom: '2024-11-20' },
    ],
    ['on, in no place', undefined, { state: 'on' }, { verdict: 'sharing', readAt: READ_AT }],
    [
      'never read, in the US',
      'US',
      undefined,
      { verdict: 'presumed-sharing', ruleFrom: '2024-09-18', onSince: '2024-09-18' },
    ],
    [
      'never read, in the UK',
      'GB',
      undefined,
      {
        verdict: 'presumed-sharing',
        ruleFrom: '2025-11-03',
        onSince: '2025-11-03',
        exemptUntil: '2025-11-02',
        remark: 'microsoft-training',
      },
    ],
    ['off, in the US', 'US', { state: 'off' }, undefined],
    ['locked off, in the US', 'US', { state: 'locked', position: 'off' }, undefined],
    ['absent, in China', 'CN', { state: 'absent' }, undefined],
    ['unknown, in the US', 'US', { state: 'unknown', reason: 'timeout' }, undefined],
    ['never read, in China', 'CN', undefined, undefined],
    ['never read, in no place', undefined, undefined, undefined],
  ])('%s', (_, code, reading, expected) => {
    const status = statusIn(code, reading);
    const warning = warningOf(status, firstScope);
    if (!expected) {
      expect(warning).toBeUndefined();
      return;
    }
    expect(warning).toEqual({
      key: 'linkedin/ai-training',
      container: '',
      serviceName: 'LinkedIn',
      title: 'Data for Generative AI Improvement',
      purpose: 'ai-training',
      sources: (status.rule?.evidence ?? status.evidence).map(({ address, publisher }) => ({
        address,
        publisher,
      })),
      terms: 'https://www.linkedin.com/legal/user-agreement',
      ...expected,
    });
    expect(warning?.sources.length).toBeGreaterThan(0);
    expect(Warning.safeParse(warning).success).toBe(true);
  });

  test('what was read as sharing, whatever for; what is only presumed, for AI training alone', () => {
    const status = statusIn('US');
    const warned = Purpose.options.map((purpose) => [
      purpose,
      verdicts.filter((verdict) =>
        warningOf({ ...status, purpose, judgement: { ...status.judgement, verdict } }, firstScope),
      ),
    ]);
    expect(warned).toEqual([
      ['ai-training', ['sharing', 'presumed-sharing']],
      ['partners', ['sharing']],
      ['research', ['sharing']],
      ['profiling', ['sharing']],
      ['ads', ['sharing']],
    ]);
    expect(verdicts).toHaveLength(7);
  });

  test('each keeps its purpose, and can be stored', () => {
    const status = statusIn('US', { state: 'on' });
    for (const purpose of Purpose.options) {
      const warning = warningOf({ ...status, purpose }, firstScope);
      expect(warning?.purpose).toBe(purpose);
      expect(Warning.safeParse(warning).success).toBe(true);
    }
    const guess = { ...warningOf(statusIn('US'), firstScope), purpose: 'ads' };
    expect(Warning.safeParse(guess).success).toBe(false);
  });

  test('a flip-back is warned of, also where nothing can be read now, and whatever it is for', () => {
    const status = statusIn('US', { state: 'on' });
    const finding: Finding = { reading: { state: 'on' }, readAt: READ_AT, fresh: true, flipBack };
    for (const purpose of Purpose.options) {
      const told = verdicts.filter((verdict) => {
        const judgement = { ...status.judgement, verdict };
        const warning = warningOf({ ...status, purpose, judgement, finding }, firstScope);
        if (!warning?.flipBack) return false;
        expect(warning).toMatchObject({ verdict, purpose, flipBack });
        expect(Warning.safeParse(warning).success).toBe(true);
        return true;
      });
      expect([purpose, told]).toEqual([purpose, ['sharing', 'unknown', 'exempt']]);
    }
    const unread = {
      ...status,
      judgement: { ...status.judgement, verdict: 'unknown' as const },
      finding,
    };
    const { flipBack: _, ...without } = warningOf(unread, firstScope) as Warning;
    expect(Warning.safeParse(without).success).toBe(false);

    // Signed out since, it may be another account by now.
    const past = { ...finding, flipBack: { ...flipBack, signedOutSince: true as const } };
    expect(warningOf({ ...unread, finding: past }, firstScope)).toBeUndefined();
    expect(warningOf({ ...status, finding: past }, firstScope)).not.toHaveProperty('flipBack');
  });

  test('“on by default” is said under no rule but the one that says so', () => {
    const { rule, ...status } = statusIn('US', { state: 'on' });
    const since = Rule.shape.default.options.map((byDefault) => [
      byDefault,
      rule && warningOf({ ...status, rule: { ...rule, default: byDefault } }, firstScope)?.onSince,
    ]);
    expect(since).toEqual([
      ['on', '2024-09-18'],
      ['off', undefined],
      ['consent', undefined],
      ['exempt', undefined],
    ]);
  });
});
