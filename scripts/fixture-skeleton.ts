import type { Position } from '../src/core/reading/reading.ts';
import type { AncestorReport, PageReport, SwitchReport } from '../src/core/report/page-report.ts';

/** How the service writes a position beside its switch. */
export type PositionWords = Readonly<Partial<Record<Position, string>>>;

/** A page with the structure that a report tells of. What stood in the page is not known. */
export function skeletonOf(report: PageReport, words: PositionWords): string {
  const rows = report.switches.map((control, index) => ({
    control,
    lines: rowOf(control, index + 1, words),
  }));
  const inside = rows.filter(({ control }) => control.inMain).flatMap(({ lines }) => lines);
  const outside = rows.filter(({ control }) => !control.inMain).flatMap(({ lines }) => lines);
  return [
    '<!doctype html>',
    ...countsOf(report),
    ...mainPart(report, inside),
    ...outside,
    ...obstaclesOf(report),
    '',
  ].join('\n');
}

function countsOf({ page, roles, strategies }: PageReport): string[] {
  const list = (counts: object) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  return [
    '<!--',
    `The page: ${list(page)}.`,
    `Roles: ${list(roles)}.`,
    `Controls found: ${list(strategies)}.`,
    '-->',
  ];
}

function mainPart({ page }: PageReport, inside: readonly string[]): string[] {
  if (page.mainParts === 0 && inside.length === 0) {
    return page.busy ? ['<div role="progressbar"></div>'] : [];
  }
  return [page.busy ? '<main aria-busy="true">' : '<main>', ...indented(inside), '</main>'];
}

const MAX_OBSTACLES = 5;

/** What stands in a reader's way, beside the dialog in which a switch stands. */
function obstaclesOf({ page, switches }: PageReport): string[] {
  const shown = switches.some(({ inDialog }) => inDialog) ? 1 : 0;
  const dialogs = times(page.dialogs - shown, (index) =>
    index < page.modalDialogs - shown
      ? '<div role="dialog" aria-modal="true"></div>'
      : '<div role="dialog"></div>',
  );
  return [
    ...dialogs,
    ...times(page.passwordFields, () => '<input type="password">'),
    // A sandbox makes another origin of it, without asking the network.
    ...times(page.unreadableFrames, () => '<iframe sandbox srcdoc=""></iframe>'),
  ];
}

function times(count: number, make: (index: number) => string): string[] {
  return Array.from({ length: Math.max(0, Math.min(count, MAX_OBSTACLES)) }, (_, index) =>
    make(index),
  );
}

type Attributes = Record<string, string>;

function rowOf(control: SwitchReport, index: number, words: PositionWords): string[] {
  const label = labelIdOf(control, index);
  let lines = [
    ...(control.labelled ? [`<span id="${label}"></span>`] : []),
    switchOf(control, index, label),
    ...(control.stated && words[control.stated] ? [`<span>${words[control.stated]}</span>`] : []),
  ];
  const [nearest = { tag: 'div', role: null, holds: null } as const, ...further] =
    withinMain(control);
  lines = wrap(lines, nearest, inheritedBy(control));
  for (const ancestor of further) lines = wrap(lines, ancestor);

  const outermost = further.at(-1) ?? nearest;
  // Without a table around it the parser drops a part of one.
  return TABLE_PARTS.has(outermost.tag) ? ['<table>', ...indented(lines), '</table>'] : lines;
}

const TABLE_PARTS = new Set(['caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td']);

/** The ancestors up to the page's main part, which all rows share. */
function withinMain({ ancestors }: SwitchReport): AncestorReport[] {
  const main = ancestors.findLastIndex(
    ({ tag }, index) => tag === 'main' && ancestors.slice(index).every(({ holds }) => !holds),
  );
  return ancestors
    .slice(0, main < 0 ? ancestors.length : main)
    .filter(({ tag }) => tag !== 'html' && tag !== 'body');
}

/** What a control has from something around it. */
function inheritedBy({ attributes, hiddenBy, disabled }: SwitchReport): Attributes {
  const has = (...names: SwitchReport['attributes']) =>
    names.some((name) => attributes.includes(name));
  return {
    ...(hiddenBy === 'inert' && !has('inert') && { inert: '' }),
    ...(hiddenBy === 'aria-hidden' && !has('aria-hidden') && { 'aria-hidden': 'true' }),
    ...(hiddenBy === 'not-rendered' && !has('hidden') && { hidden: '' }),
    ...(disabled && !has('disabled', 'aria-disabled') && { 'aria-disabled': 'true' }),
  };
}

function switchOf(control: SwitchReport, index: number, label: string): string {
  const { tag, hiddenBy, disabled, checked } = control;
  const values: Attributes = {
    type: tag === 'input' ? (control.type === 'other' ? 'text' : control.type) : 'button',
    role: control.role ?? '',
    id: control.hook.id === 'other' ? `other-id-${index}` : control.hook.id,
    'aria-labelledby': label,
    'aria-checked': control.ariaChecked ?? '',
    'aria-pressed': control.ariaPressed ?? '',
    'aria-disabled': String(disabled),
    'aria-hidden': String(hiddenBy === 'aria-hidden'),
  };
  const named = control.attributes
    .filter((name) => name !== 'checked')
    .map((name) => [name, values[name] ?? ''] as const);
  const unnamed = times(control.otherAttributes, (other) => `data-other-${other + 1}`).map(
    (name) => [name, ''] as const,
  );
  const ticked = checked ? [['checked', ''] as const] : [];
  return elementOf(tagNameOf(tag), Object.fromEntries([...named, ...ticked, ...unnamed]));
}

function labelIdOf({ hook }: SwitchReport, index: number): string {
  const label = hook['aria-labelledby'];
  return label === 'other' ? `other-label-${index}` : label;
}

function wrap(
  inner: readonly string[],
  { tag, role, holds }: AncestorReport,
  more: Attributes = {},
) {
  const attributes = {
    ...(role && role !== impliedRoles[tag] && { role }),
    ...(tag === 'dialog' && { open: '' }),
    ...more,
  };
  if (holds === 'frame') {
    return [elementOf('iframe', { ...attributes, srcdoc: `<!doctype html>${inner.join('')}` })];
  }
  const [start, end] = tagsOf(tagNameOf(tag), attributes);
  const shadow = ['<template shadowrootmode="open">', ...indented(inner), '</template>'];
  return [start, ...indented(holds === 'shadow' ? shadow : inner), end];
}

const impliedRoles: Readonly<Partial<Record<AncestorReport['tag'], string>>> = {
  article: 'article',
  aside: 'complementary',
  button: 'button',
  dd: 'definition',
  details: 'group',
  dialog: 'dialog',
  dt: 'term',
  fieldset: 'group',
  figure: 'figure',
  footer: 'contentinfo',
  form: 'form',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  header: 'banner',
  legend: 'other',
  li: 'listitem',
  main: 'main',
  menu: 'list',
  nav: 'navigation',
  ol: 'list',
  section: 'region',
  summary: 'button',
  table: 'table',
  tbody: 'rowgroup',
  td: 'cell',
  tfoot: 'rowgroup',
  th: 'columnheader',
  thead: 'rowgroup',
  tr: 'row',
  ul: 'list',
};

function tagNameOf(tag: AncestorReport['tag'] | SwitchReport['tag']): string {
  return tag === 'custom' || tag === 'other' ? `x-${tag}` : tag;
}

function elementOf(tag: string, attributes: Attributes): string {
  const [start, end] = tagsOf(tag, attributes);
  return tag === 'input' ? start : start + end;
}

function tagsOf(tag: string, attributes: Attributes): [start: string, end: string] {
  const written = Object.entries(attributes).map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`,
  );
  return [`<${tag}${written.join('')}>`, `</${tag}>`];
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
