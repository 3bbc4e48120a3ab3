import { signal } from '@preact/signals'
import { type ApiClient, ApiError, clientFor } from '#shared/client/api-client.ts'
import { paths } from '#shared/contract/paths.ts'
import type { SavedWidget } from '#shared/contract/widgets-api.ts'
import { widgetsPaths } from '#shared/contract/widgets-paths.ts'
import { readFrameConfig } from '#shared/widget-config/frame-config.ts'
import type { Settings } from '../settings.ts'
import { configJson } from '../snippet.ts'
import { whyNot } from '../why-not.ts'
import { type AdminSession, adminSession } from './admin-session.ts'

export type SavedWidgets = ReturnType<typeof createSavedWidgets>
type Api = Pick<ApiClient, 'signIn' | 'signOut' | 'listWidgets' | 'saveWidget' | 'renameWidget' | 'removeWidget'>

const operations = { signIn: paths.signIn, signOut: paths.signOut, ...widgetsPaths }

/** What the page needs of a browser. */
interface Page {
  readonly send: typeof fetch
  /** Some browsers refuse to give it at all. */
  readonly storage: () => Storage
}

/** The configurations that administrators keep on the server under a name (G2), and which of them the settings are. */
export function createSavedWidgets({ send, storage }: Page, settings: Settings) {
  const admin = signal(adminSession.read(storage))
  const widgets = signal<readonly SavedWidget[] | null>(null)
  const open = settings.widget
  /** What another administrator has saved under the name that was to be saved. */
  const conflict = signal<SavedWidget | null>(null)
  const said = signal('')
  const problem = signal('')
  const busy = signal(false)
  const api: Api = clientFor(operations, '', send, () => admin.value?.token ?? null)

  /** Runs one thing at a time; whatever it is refused for is said. */
  async function attempt(run: () => Promise<string>): Promise<void> {
    if (busy.value) return
    busy.value = true
    said.value = ''
    problem.value = ''
    try {
      said.value = await run()
    } catch (error) {
      problem.value = whyNot(error)
      if (error instanceof ApiError && error.refusal?.code === 'not-signed-in') forget()
    } finally {
      busy.value = false
    }
  }

  const list = async () => {
    widgets.value = (await api.listWidgets({})).widgets
    // Another administrator may have deleted it, or given it another name.
    if (!widgets.value.some(({ name }) => isOpen(name))) open.value = undefined
  }
  const remember = (session: AdminSession | null) => {
    admin.value = session
    adminSession.write(storage, session)
  }
  const forget = () => {
    remember(null)
    widgets.value = null
    conflict.value = null
  }
  const isOpen = (name: string) => open.value?.name === name

  return {
    admin,
    widgets,
    open,
    conflict,
    said,
    problem,
    busy,

    signIn: (username: string, password: string) =>
      attempt(async () => {
        const { token, role, agent } = await api.signIn({ body: { username, password } })
        admin.value = { name: agent.name, token }
        if (role !== 'administrator') {
          await api.signOut({}).finally(forget)
          problem.value = 'This account is not an administrator’s. Ask one to save widgets, or to do it for you.'
          return ''
        }
        remember({ name: agent.name, token })
        await list()
        return ''
      }),

    signOut: () =>
      attempt(async () => {
        await api.signOut({}).finally(forget)
        return 'You are signed out.'
      }),

    /** After a reload. */
    list: () =>
      attempt(async () => {
        await list()
        return ''
      }),

    load: (widget: SavedWidget) => {
      open.value = widget
      conflict.value = null
      settings.replace(readFrameConfig(widget.config).config, `These are the settings of ${widget.name} now.`)
      said.value = `Loaded ${widget.name}.`
      problem.value = ''
    },

    /** @param over the version to replace, when it is known that it is another one than was loaded */
    save: (name: string, over?: number) =>
      attempt(async () => {
        conflict.value = null
        const replaces = over ?? (isOpen(name) ? (open.value?.version ?? 0) : 0)
        try {
          const config = JSON.parse(configJson(settings.config.value))
          open.value = (await api.saveWidget({ params: { widgetName: name }, body: { config, replaces } })).widget
        } catch (error) {
          if (!(error instanceof ApiError && error.refusal?.code === 'changed-meanwhile')) throw error
          await list()
          conflict.value = widgets.value?.find((widget) => widget.name === name) ?? null
          // It is there no more: saved once more, it is a new one.
          if (!conflict.value) open.value = undefined
          throw error
        }
        await list()
        return `Saved. Pages that name ${name} follow within a minute.`
      }),

    rename: (from: string, to: string) =>
      attempt(async () => {
        const { widget } = await api.renameWidget({ params: { widgetName: from }, body: { name: to } })
        if (isOpen(from)) open.value = widget
        await list()
        return `Renamed. Pages that still name ${from} have the default settings.`
      }),

    remove: (name: string) =>
      attempt(async () => {
        await api.removeWidget({ params: { widgetName: name } })
        if (isOpen(name)) open.value = undefined
        await list()
        return `Deleted. Pages that still name ${name} have the default settings.`
      }),
  }
}
