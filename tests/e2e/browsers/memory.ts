/** In bytes. What a browser or a system does not tell is `undefined`. */
export interface Memory {
  /** The background's own JavaScript heap, after what nobody holds was collected. */
  readonly heap: number;
  /**
   * What the extension's process has resident: background, popup and our other views. In Chromium what
   * processes share counts in parts, and in Firefox not at all.
   */
  readonly extensionProcess: number | undefined;
  /** The same of all processes of the browser. */
  readonly browser: number | undefined;
  readonly processes: number;
}
