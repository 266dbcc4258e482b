import type { ComponentChildren } from 'preact';

/** The frame of every mark; what it says stands beside it in words. */
export function Mark({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 2.2,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const;

export const exclamation = (
  <g {...stroke}>
    <path d="M12 3.5 21.5 20h-19z" />
    <path d="M12 10v4.2M12 17.2v.1" />
  </g>
);
