import { useId } from 'preact/hooks';
import { useLocale } from '../words/locale.ts';

interface Props {
  readonly serviceName: string;
  /** Whether pages of the service are warned in; otherwise it is the quiet mode. */
  readonly banner: boolean;
  /** An administrator has set it. */
  readonly isFixed: boolean;
  readonly onChoose: (banner: boolean) => void;
}

/** Banner or quiet, each with what speaks for it and against it. */
export function WarnChoice({ serviceName, banner, isFixed, onChoose }: Props) {
  const { text } = useLocale();
  const id = useId();
  const choices = [
    { value: true, name: text('warn_banner'), why: text('warn_banner_why', serviceName) },
    { value: false, name: text('warn_quiet'), why: text('warn_quiet_why', serviceName) },
  ];
  return (
    <fieldset class="warn-choice">
      <legend>{text('warn_title')}</legend>
      {choices.map(({ value, name, why }) => (
        <div key={name} class="one">
          <input
            type="radio"
            id={`${id}-${value}`}
            name="warn"
            value={value ? 'banner' : 'quiet'}
            checked={banner === value}
            disabled={isFixed}
            aria-describedby={`${id}-${value}-why`}
            onChange={() => onChoose(value)}
          />
          <label for={`${id}-${value}`}>{name}</label>
          <p id={`${id}-${value}-why`} class="small">
            {why}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
