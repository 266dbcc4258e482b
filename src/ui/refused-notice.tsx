import { useLocale } from './locale.ts';

/** Told where the background did not do what was asked. */
export function RefusedNotice() {
  const { text } = useLocale();
  return (
    <p class="notice" role="alert" data-notice="refused">
      {text('error_refused')}
    </p>
  );
}
