/** Thrown where the browser opens no tab: one is being dragged, or its container is gone. */
export class NoTab extends Error {
  override readonly name = 'NoTab';
  readonly isContainerGone: boolean;

  constructor(cause: unknown) {
    super('the browser opened no tab', { cause });
    // Firefox has nothing but its words for it.
    this.isContainerGone = /cookie ?store|contextual identit/i.test(String(cause));
  }
}
