import { useMemo, useRef } from 'preact/hooks';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { useLocale } from '../words/locale.ts';
import { namePlace, namePlaces } from '../words/places.ts';

interface Props {
  readonly serviceName: string;
  readonly codes: readonly string[];
  readonly chosen: string | undefined;
  /** Preselected and named as a guess until the person has chosen. */
  readonly guess: string | undefined;
  /** To confirm the guess is what stands out. */
  readonly leads: boolean;
  readonly onChoose: (code: string) => void;
}

export function PlaceChooser({ serviceName, codes, chosen, guess, leads, onChoose }: Props) {
  const { text, language } = useLocale();
  const places = useMemo(() => namePlaces(codes, language), [codes, language]);
  const shown = chosen ?? guess ?? '';
  const chooser = useRef<HTMLElement>(null);
  const select = useRef<HTMLSelectElement>(null);
  useKeptFocus(chooser, select);
  const isGuess = chosen === undefined && guess !== undefined;

  return (
    <section ref={chooser} class={chosen === undefined ? 'place place-open' : 'place'}>
      <label class="place-label" for="jurisdiction">
        {text('place_label', serviceName)}
      </label>
      <div class="place-row">
        <select
          ref={select}
          id="jurisdiction"
          name="jurisdiction"
          autocomplete="country"
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
          <button
            type="button"
            class={leads ? 'primary' : undefined}
            data-action="confirm-place"
            onClick={() => onChoose(guess)}
          >
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
