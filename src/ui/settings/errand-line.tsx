import type { Errand } from '../../core/errand/errand.schema.ts';
import { outcomeAdvice, outcomeSentence } from '../../core/errand/outcome-words.ts';
import { wordKey } from '../../core/language/words.ts';
import { useLocale } from '../words/locale.ts';

interface Props {
  readonly errand: Errand;
  readonly serviceName: string;
}

/** What an errand is doing, or what came of it and what to do. */
export function ErrandLine({ errand, serviceName }: Props) {
  const { text } = useLocale();
  const { outcome, step } = errand;

  if (step !== 'ended') {
    return (
      <p class="errand errand-under-way" data-step={step}>
        <span class="spinner" aria-hidden="true" />
        {text(wordKey('errand', step))}
      </p>
    );
  }
  if (!outcome) return null;

  return (
    <p class="errand" data-outcome={outcome.code}>
      {text(outcomeSentence(errand.kind, outcome.code), serviceName)}{' '}
      {outcome.reason && `${text(wordKey('reason', outcome.reason), serviceName)} `}
      {outcome.reason
        ? text(`${wordKey('reason', outcome.reason)}_do`, serviceName)
        : text(outcomeAdvice(outcome.code), serviceName)}
    </p>
  );
}
