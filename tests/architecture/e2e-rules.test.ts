import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const FOLDER = join(import.meta.dirname, '../e2e');

interface Rule {
  readonly name: string;
  readonly offence: RegExp;
  /** Where it is allowed, because it is the one place for it. */
  readonly home: readonly string[];
  /** Made up, to see that it is caught. */
  readonly sample: string;
}

const rules: readonly Rule[] = [
  {
    name: 'sleep instead of waiting for something',
    offence: /\bsetTimeout\(|\bpause\(/,
    home: ['lab.ts', 'fill.ts'],
    sample: 'await new Promise((done) => setTimeout(done, 800));',
  },
  {
    name: "write into the extension's storage",
    offence: /\bstorage(?:\.(?:local|session)|\[\w+\])\s*\.(?:set|clear|remove)\(/,
    home: ['seed.ts', 'fill.ts'],
    sample: 'await api.storage.local.set({ place: 1 });',
  },
  {
    name: 'count page loads, which browsers repeat as they like',
    offence:
      /(?:simulator\.log|\bloads\(\))(?:\.length\))?\)?\.(?:toHaveLength|toBe)\(|log\.map\(.*method\)\)\.toEqual/,
    home: [],
    sample: 'expect(lab.simulator.log).toHaveLength(1);',
  },
];

const files = readdirSync(FOLDER).filter((name) => /\.tsx?$/.test(name));

describe.each(rules)('no end-to-end test may $name', ({ offence, home, sample }) => {
  test('one that does is caught', () => {
    expect(sample).toMatch(offence);
  });

  test.each(files.filter((name) => !home.includes(name)))('%s', (name) => {
    const lines = readFileSync(join(FOLDER, name), 'utf8').split('\n');
    const offenders = lines.filter((line) => offence.test(line)).map((line) => line.trim());
    expect(offenders).toEqual([]);
  });
});
