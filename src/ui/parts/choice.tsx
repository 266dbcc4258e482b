import type { Locale } from '../words/locale.ts';

interface Props {
  /** Given, as the banner has no context. */
  readonly locale: Locale;
  readonly serviceName: string;
  /** Where the service's terms speak about extensions. */
  readonly terms: string;
}

/** What "turn off" and "show me" do, and what the service's terms say to either. */
export function Choice({ locale: { text }, serviceName, terms }: Props) {
  return (
    <>
      {text('choice_turn_off', serviceName)} {text('choice_guide')}{' '}
      {text('choice_terms', serviceName)}{' '}
      <a href={terms} target="_blank" rel="noopener noreferrer">
        {text('choice_terms_link')}
      </a>
    </>
  );
}
