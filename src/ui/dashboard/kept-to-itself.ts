/** For a field that is neither remembered by the browser nor handed to a spelling service of its maker. */
export const keptToItself = { autocomplete: 'off', spellcheck: false } as const;
