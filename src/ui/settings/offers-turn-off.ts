import { mayBeUndone } from '../../core/errand/may-be-undone.ts';
import { keepsSpringingBack } from '../../core/errand/springs-back.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';

/** A switch that may be on, that the page lets be moved, and that it does not keep putting back. */
export function offersTurnOff(status: SettingStatus): boolean {
  return mayBeTurnedOff(status) && !keepsSpringingBack(status.errand, 'opt-out');
}

export function offersUndo({ judgement: { verdict }, finding, errand }: SettingStatus): boolean {
  return verdict !== 'sharing' && mayBeUndone(finding) && !keepsSpringingBack(errand, 'undo');
}

/** What the page has undone each time: pressing it once more is offered apart, and never as the thing to do. */
export function offersAgain(status: SettingStatus): 'opt-out' | 'undo' | undefined {
  if (mayBeTurnedOff(status) && keepsSpringingBack(status.errand, 'opt-out')) return 'opt-out';
  if (mayBeUndone(status.finding) && keepsSpringingBack(status.errand, 'undo')) return 'undo';
  return undefined;
}

export function mayBeTurnedOff({ judgement: { verdict }, finding }: SettingStatus): boolean {
  return verdict !== 'protected' && verdict !== 'exempt' && finding?.reading.state !== 'locked';
}
