import type { Position, Reading, Strategy } from '../../core/reading/reading.ts';
import { closest } from '../dom/composed.ts';
import { isCheckbox } from './snapshot.ts';

/**
 * What one control says by itself. Property, attribute and the word beside it must not contradict
 * each other.
 */
export function readControl(
  control: Element,
  strategy: Strategy,
  stated: Position | undefined,
): Reading {
  const position = positionOfControl(control);
  const contradicted = stated !== undefined && stated !== position;
  if (position === undefined || contradicted) return { state: 'unknown', reason: 'unreadable' };
  if (isLocked(control)) return { state: 'locked', position, strategy };
  return { state: position, strategy };
}

function positionOfControl(control: Element): Position | undefined {
  const attribute = control.getAttribute('aria-checked');
  if (attribute !== null && attribute !== 'true' && attribute !== 'false') return undefined;
  const said = attribute === null ? undefined : attribute === 'true';

  if (!isCheckbox(control)) return toPosition(said);
  if (control.indeterminate) return undefined;
  if (said !== undefined && said !== control.checked) return undefined;
  return toPosition(control.checked);
}

function isLocked(control: Element): boolean {
  return (
    control.matches(':disabled, [aria-readonly="true"]') ||
    closest(control, '[aria-disabled="true"]') !== null
  );
}

function toPosition(checked: boolean | undefined): Position | undefined {
  if (checked === undefined) return undefined;
  return checked ? 'on' : 'off';
}
