/** What does the work of storage and locks where a browser denies them. Apart: most never load it. */
export { createBusTabs } from './bus-tabs.ts'
export { rememberedKeep } from './remembered-keep.ts'
export { restore } from './restore.ts'
