import { useEffect, useId, useRef } from 'preact/hooks';

interface Props {
  readonly asks: string;
  readonly yes: string;
  readonly no: string;
  /** The answer is being acted on: it cannot be given again. */
  readonly busy?: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asked before something is done that cannot be taken back. Whoever asks puts the focus back. */
export function Question({ asks, yes, no, busy = false, onYes, onNo }: Props) {
  const id = useId();
  const asked = useRef<HTMLElement>(null);
  useEffect(() => asked.current?.focus(), []);
  return (
    <section
      ref={asked}
      class="notice question"
      tabIndex={-1}
      aria-labelledby={id}
      onKeyDown={({ key }) => {
        if (key === 'Escape' && !busy) onNo();
      }}
    >
      <p id={id} class="read">
        {asks}
      </p>
      <div class="actions">
        <button
          type="button"
          class="danger sure"
          data-action="sure"
          disabled={busy}
          onClick={onYes}
        >
          {yes}
        </button>
        <button type="button" data-action="keep" disabled={busy} onClick={onNo}>
          {no}
        </button>
      </div>
    </section>
  );
}
