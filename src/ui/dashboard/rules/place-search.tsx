import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { type SearchedPlace, searchPlaces } from '../../../core/rules/place-search.ts';
import { useKeptFocus } from '../../parts/use-kept-focus.ts';
import { useLocale } from '../../words/locale.ts';
import { namePlaces, ownName } from '../../words/places.ts';
import { keptToItself } from '../kept-to-itself.ts';
import { PlaceAnswer, type PlaceAnswerProps } from './place-answer.tsx';

/** As many are offered to choose from. */
const AT_ONCE = 8;

interface Props extends Omit<PlaceAnswerProps, 'code'> {
  readonly codes: readonly string[];
}

/** Whoever looks for their place, in the language shown or in that of the place, is told what holds there. */
export function PlaceSearch({ codes, ...of }: Props) {
  const { text, language, number } = useLocale();
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState<string>();
  // A name for each place in its own language takes a moment: not before somebody looks for one.
  const [isUsed, setUsed] = useState(false);
  const places = useMemo(
    () => (isUsed ? searched(codes, language) : []),
    [codes, language, isUsed],
  );
  const found = useMemo(() => searchPlaces(query, places, language), [query, places, language]);
  const shown = found.slice(0, AT_ONCE);
  const code = picked ?? (found.length === 1 ? found[0]?.code : undefined);
  const id = useId();
  const search = useRef<HTMLElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  useKeptFocus(search, answer);

  return (
    <search ref={search} class="place-search" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{text('time_search_title')}</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setPicked(found[0]?.code);
        }}
      >
        <label for={id}>{text('time_search_label')}</label>
        <input
          id={id}
          type="search"
          name="place"
          {...keptToItself}
          value={query}
          onFocus={() => setUsed(true)}
          onInput={({ currentTarget }) => {
            setUsed(true);
            setQuery(currentTarget.value);
            setPicked(undefined);
          }}
        />
      </form>
      {code === undefined && shown.length > 0 && (
        <ul class="found">
          {shown.map(({ code, names: [name] }) => (
            <li key={code}>
              <button type="button" data-place={code} onClick={() => setPicked(code)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div ref={answer} role="status" class="answer" tabIndex={-1}>
        {code === undefined ? (
          counted() && <p class="small">{counted()}</p>
        ) : (
          <PlaceAnswer code={code} {...of} />
        )}
      </div>
    </search>
  );

  function counted(): string {
    if (query.trim() === '') return '';
    if (found.length === 0) return text('time_search_none');
    return found.length > shown.length
      ? text('time_search_first', number(found.length), number(shown.length))
      : text('time_search_found', number(found.length));
  }
}

function searched(codes: readonly string[], language: string): SearchedPlace[] {
  return namePlaces(codes, language).map(({ code, name }) => ({
    code,
    names: [name, ownName(code)],
  }));
}
