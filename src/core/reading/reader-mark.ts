/** By this the background finds out whether a page has a reader. */
export const READER_MARK = 'defaultCheckReads';
