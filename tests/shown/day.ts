/** A day as the popup and the banner name it in English, by the machine's own calendar. */
export function day(moment: number): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long' }).format(moment);
}
