import { useMemo } from 'preact/hooks';
import { useLocale } from './locale.ts';
import { namePlace, namePlaces } from './places.ts';

interface Props {
  readonly serviceName: string;
  readonly codes: readonly string[];
  readonly chosen: string | undefined;
  /** Preselected and named as a guess until the person has chosen. */
  readonly guess: string | undefined;
  readonly onChoose: (code: string) => void;
}

export function PlaceChooser({ serviceName, codes, chosen, guess, onChoose }: Props) {
  const { text, language } = useLocale();
  const places = useMemo(() => namePlaces(codes, language), [codes, language]);
  const shown = chosen ?? guess ?? '';
  const isGuess = chosen === undefined && guess !== undefined;

  return (
    <section class={chosen === undefined ? 'place place-open' : 'place'}>
      <label class="place-label" for="jurisdiction">
        {text('place_label', serviceName)}
      </label>
      <div class="place-row">
        <select
          id="jurisdiction"
          name="jurisdiction"
          value={shown}
          aria-describedby="place-why"
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {chosen === undefined && (
            <option value="" disabled>
              {text('place_choose')}
            </option>
          )}
          {places.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        {isGuess && (
          <button type="button" data-action="confirm-place" onClick={() => onChoose(guess)}>
            {text('place_confirm')}
          </button>
        )}
      </div>
      <p id="place-why" class="small">
        {isGuess && `${text('place_guess', namePlace(guess, language))} `}
        {chosen === undefined && text('place_why')}
      </p>
    </section>
  );
}
