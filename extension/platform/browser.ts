import browser from 'webextension-polyfill'

/** The browser's API, promise-returning in every browser. Only files of `platform/` call it. */
export { browser }
