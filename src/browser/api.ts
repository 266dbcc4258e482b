// The one import of the polyfill: for the background and extension pages. What runs in a page uses
// `page-api.ts`, as the polyfill costs more there than all the rest of our script.
export { default as browser } from 'webextension-polyfill';
