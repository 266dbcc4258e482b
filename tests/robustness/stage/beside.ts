import type { Hook } from '../../../src/core/recipe/recipe.ts';
import { breakingOf, type ExtraSwitch, type GeneratedPage, mutationOf } from '../page.ts';
import type { Subject } from '../subject.ts';
import { conceal } from './conceal.ts';
import type { Naming } from './naming.ts';
import type { Stage } from './set.ts';
import { besideSpec, namedTwinSpec, otherThan, truthOf } from './specs.ts';
import { type RowSpec, type SwitchRow, switchRow } from './switch-row.ts';

/** What stands on the page beside the setting's own row. */
export function putBeside(
  page: GeneratedPage,
  subject: Subject,
  naming: Naming,
  { main, aside, list }: Stage,
): void {
  const { element } = naming;
  const plain = besideSpec(page, subject);
  const put = (spec: RowSpec, on: boolean): SwitchRow => {
    const made = switchRow(spec, naming);
    made.show(on ? 'on' : 'off');
    return made;
  };

  for (const { setting } of subject.companions) {
    const [name] = Object.values(setting.probe.names).flat();
    const spec = { ...plain, hook: setting.probe.hook, name: name ?? setting.title };
    list.append(put(spec, companionIsOn(page)).element);
  }
  for (const extra of mutationOf(page, 'extra')?.switches ?? []) {
    const made = put({ ...plain, ...identityOf(extra, subject) }, extra.on).element;
    setTimeout(() => (extra.before ? list.prepend(made) : list.append(made)), extra.lateMs);
  }

  const own = { ...plain, hook: subject.hook, name: subject.name };
  const copy = mutationOf(page, 'copy');
  if (copy) {
    const { element: outer, fill } = conceal(copy.how, naming);
    if (copy.before) list.prepend(outer);
    else list.append(outer);
    fill(put(own, (truthOf(page) === 'on') !== copy.other).element);
  }
  const chat = mutationOf(page, 'chat');
  if (chat) {
    const inner = put({ ...plain, version: 'native' }, chat.on).element;
    main.append(element('div', { role: 'dialog', 'aria-label': 'Messaging' }, inner));
  }
  if (mutationOf(page, 'sign-in-elsewhere')) {
    aside.append(element('form', {}, element('input', { type: 'password' })));
  }
  const lookAlike = mutationOf(page, 'look-alike');
  if (lookAlike) list.append(lookAlikeOf(lookAlike.which, subject.hook, naming));

  const otherPosition = otherThan(truthOf(page)) === 'on';
  const twin = breakingOf(page, 'twin');
  if (twin) {
    const made = put({ ...own, version: 'native' }, otherPosition).element;
    if (twin.place === 'revealed' || twin.place === 'revealed-late') {
      // Only a style says so: of that no observer hears.
      made.style.display = 'none';
      setTimeout(
        () => {
          made.style.display = '';
        },
        twin.place === 'revealed' ? 1_500 : 8_000,
      );
    }
    if (twin.place === 'shadow' || twin.place === 'late-shadow') {
      const host = element('div');
      host.attachShadow({ mode: 'open' }).append(made);
      // Late, it is a tree of which nobody has heard yet.
      if (twin.place === 'shadow') main.append(host);
      else setTimeout(() => main.append(host), 1_500);
    } else {
      (twin.place === 'aside' ? aside : list).append(made);
    }
  }
  if (breakingOf(page, 'named-twin')) {
    list.append(put(namedTwinSpec(page, subject), otherPosition).element);
  }
  if (breakingOf(page, 'concealed')?.decoy) {
    list.append(put({ ...plain, version: 'native' }, otherPosition).element);
  }
  for (let rest = breakingOf(page, 'anonymous')?.companions ?? 0; rest > 0; rest--) {
    list.append(put(plain, otherPosition).element);
  }
}

export function companionIsOn(page: GeneratedPage): boolean {
  return truthOf(page) === 'off';
}

function identityOf(
  { who }: ExtraSwitch,
  { other }: Subject,
): { hook: Hook | undefined; name: string | undefined } {
  switch (who) {
    case 'known':
      return other;
    case 'unknown':
      return {
        hook: { attribute: 'aria-labelledby', value: 'allowSomethingNew' },
        name: 'A new switch',
      };
    case 'anonymous':
      return { hook: undefined, name: undefined };
  }
}

type LookAlike = NonNullable<ReturnType<typeof mutationOf<'look-alike'>>>['which'];

function lookAlikeOf(which: LookAlike, hook: Hook, { element, className }: Naming): HTMLElement {
  switch (which) {
    case 'class':
      return element('div', { class: `setting-toggle__toggle switch ${className('on')}` });
    case 'image':
      return element('div', { role: 'img', 'aria-label': 'On' });
    case 'role-list':
      return element('span', { role: 'presentation switch', 'aria-checked': 'true' }, 'On');
    case 'field':
      return element('input', { type: 'text', [hook.attribute]: hook.value });
    case 'group':
      return element('div', { role: 'group', [hook.attribute]: hook.value });
  }
}
