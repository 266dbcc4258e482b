export const SETTING = 'linkedin/ai-training';
/** Where the batch is kept, under the name it had at first. */
export const BATCH_KEY = 'round';
export const CARD = `[data-setting="${SETTING}"]`;

/** What the popup says of one setting. */
export interface Status {
  readonly verdict: string | null;
  readonly reading: string | null;
  readonly reason: string | null;
  /** The code of what came of the last errand. */
  readonly outcome: string | null;
  readonly text: string;
  readonly actions: readonly string[];
  readonly notice: string | null;
}

export function statusIn(document: Document, key = SETTING): Status {
  const element = document.querySelector(`[data-setting="${key}"]`);
  return {
    verdict: element?.getAttribute('data-verdict') ?? null,
    reading: element?.getAttribute('data-reading') ?? null,
    reason: element?.getAttribute('data-reason') ?? null,
    outcome: element?.querySelector('[data-outcome]')?.getAttribute('data-outcome') ?? null,
    text: [...(element?.querySelectorAll('.verdict, .known, .holds, .errand') ?? [])]
      .map((part) => part.textContent)
      .join('\n'),
    actions: [...(element?.querySelectorAll('[data-action]') ?? [])].map(
      (button) => button.getAttribute('data-action') ?? '',
    ),
    notice: document.querySelector('[data-notice]')?.getAttribute('data-notice') ?? null,
  };
}
