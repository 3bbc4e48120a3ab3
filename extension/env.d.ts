interface ImportMetaEnv {
  /** Set by the build: true in the one for Firefox. */
  readonly FIREFOX: boolean
}
interface ImportMeta {
  readonly env: ImportMetaEnv
}
declare module '*.css'
