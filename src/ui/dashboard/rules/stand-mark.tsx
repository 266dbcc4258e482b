import type { Stand } from '../../../core/rules/rules-in-time.ts';

interface Props {
  readonly stand: Stand;
  readonly isUnconfirmed?: boolean;
}

/** A piece of the line that a stand is drawn as: a pattern for each, never told by colour alone. */
export function StandMark({ stand, isUnconfirmed = false }: Props) {
  return (
    <span class="stretch mark" data-stretch={stand} data-unconfirmed={isUnconfirmed} aria-hidden />
  );
}
