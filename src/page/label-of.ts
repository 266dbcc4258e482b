/**
 * What a control is called by its labels: `aria-labelledby`, then `aria-label`, then its own labels.
 * Less than the whole accessible name, which takes a library larger than the rest of this script;
 * a control that is named in another way is only not found by its name.
 */
export function labelOf(control: Element): string {
  const labels =
    referenced(control) ??
    control.getAttribute('aria-label') ??
    textOf([...((control as Partial<HTMLInputElement>).labels ?? [])]);
  return labels.replace(/\s+/g, ' ').trim();
}

function referenced(control: Element): string | undefined {
  const ids = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const elements = ids.flatMap((id) => control.ownerDocument.getElementById(id) ?? []);
  return elements.length > 0 ? textOf(elements) : undefined;
}

function textOf(elements: readonly Element[]): string {
  return elements.map(({ textContent }) => textContent).join(' ');
}
