import type { ComponentChildren } from 'preact';
import type { Verdict } from '../../core/verdict/verdict.ts';
import { exclamation, Mark, stroke } from '../parts/mark.tsx';

/** A shape for each kind of verdict: it is never told by colour alone. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return <Mark>{shapes[verdict]}</Mark>;
}

const question = (
  <g {...stroke}>
    <circle cx="12" cy="12" r="9.3" />
    <path d="M9.4 9.6a2.7 2.7 0 1 1 3.7 2.5c-.8.4-1.1.9-1.1 1.8M12 17v.1" />
  </g>
);

const tick = (
  <g {...stroke}>
    <circle cx="12" cy="12" r="9.3" />
    <path d="m7.8 12.3 2.9 2.9 5.5-6" />
  </g>
);

const dash = (
  <g {...stroke}>
    <circle cx="12" cy="12" r="9.3" />
    <path d="M8 12h8" />
  </g>
);

const shapes: Readonly<Record<Verdict, ComponentChildren>> = {
  sharing: exclamation,
  'presumed-sharing': exclamation,
  unknown: question,
  unchecked: question,
  'exempt-unchecked': question,
  exempt: dash,
  protected: tick,
};
