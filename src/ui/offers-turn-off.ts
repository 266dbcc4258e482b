import type { SettingStatus } from '../core/status.ts';

/** A switch that may be on, and that the page lets be moved. */
export function offersTurnOff({ judgement: { verdict }, finding }: SettingStatus): boolean {
  return verdict !== 'protected' && verdict !== 'exempt' && finding?.reading.state !== 'locked';
}
