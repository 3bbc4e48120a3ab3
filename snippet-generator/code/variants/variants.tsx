import type { ComponentChildren } from 'preact'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { snippet } from '../../snippet.ts'
import { reactCode } from './react.ts'
import { tagManagerCode } from './tag-manager.ts'
import { typescriptCode } from './typescript.ts'
import { vueCode } from './vue.ts'

/** One way of getting the button onto pages (G3). */
export interface Variant {
  readonly name: string
  /** Where the code goes. */
  readonly where: (origin: string) => ComponentChildren
  readonly code: (origin: string, config: FrameConfig) => string
  readonly done: string
}

/** What an owner's server puts another word in place of in each answer. */
export const NONCE = 'NONCE'

const BEFORE_END = 'Copied. Paste it right before </body>.'

export const variants = {
  html: {
    name: 'Plain HTML',
    where: () => (
      <>
        Put it into every page that shall have the button, right before <code>{'</body>'}</code>. It loads by itself,
        after your page, and leaves nothing with visitors who do not use it.
      </>
    ),
    code: snippet,
    done: BEFORE_END,
  },
  nonce: {
    name: 'HTML with a nonce',
    where: () => (
      <>
        Put it right before <code>{'</body>'}</code>, and have your server write the nonce that it makes for each answer
        in place of <code>{NONCE}</code>.
      </>
    ),
    code: (origin, config) => snippet(origin, config, NONCE),
    done: BEFORE_END,
  },
  tagManager: {
    name: 'Tag manager',
    where: () => (
      <>
        In Google Tag Manager make a new tag of the type <b>Custom HTML</b> with this, and choose <b>All Pages</b> as
        what triggers it; other tag managers have the same under similar names.
      </>
    ),
    code: tagManagerCode,
    done: 'Copied. Paste it into a tag of the type Custom HTML.',
  },
  react: {
    name: 'React',
    where: () => (
      <>
        Save it as <code>Deskbell.jsx</code>, and put <code>{'<Deskbell />'}</code> into the component that all pages
        share, such as your layout.
      </>
    ),
    code: reactCode,
    done: 'Copied. Save it as Deskbell.jsx.',
  },
  vue: {
    name: 'Vue',
    where: () => (
      <>
        Save it as <code>deskbell.js</code>, and add it where your app is made:{' '}
        <code>createApp(App).use(deskbell)</code>.
      </>
    ),
    code: vueCode,
    done: 'Copied. Save it as deskbell.js.',
  },
  typescript: {
    name: 'npm and TypeScript',
    where: (origin) => (
      <>
        No package has to be installed: save it as <code>contact-button.ts</code> (without <code>: void</code> as{' '}
        <code>.js</code>), and call <code>addContactButton()</code> where your app starts. For the types of{' '}
        <code>Deskbell(…)</code> save{' '}
        <a href={`${origin}/widget.d.ts`} download="deskbell.d.ts">
          deskbell.d.ts
        </a>{' '}
        beside it.
      </>
    ),
    code: typescriptCode,
    done: 'Copied. Save it as contact-button.ts.',
  },
} as const satisfies Record<string, Variant>

export type VariantId = keyof typeof variants
