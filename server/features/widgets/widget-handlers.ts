import { refused } from '../../domain/refused.ts'
import type { Handlers } from '../caller.ts'
import { readStrictly } from './read-strictly.ts'
import type { SavedWidgets } from './saved-widgets.ts'

/** More than these nobody finds again. */
const most = 200

type Operations = 'listWidgets' | 'saveWidget' | 'renameWidget' | 'removeWidget'

/** What administrators do with saved widgets (G2). Throws Refused. */
export function widgetHandlers(widgets: SavedWidgets): Handlers<Operations> {
  return {
    listWidgets: async () => ({ widgets: await widgets.all() }),

    async saveWidget({ params: { widgetName: name }, body }, { actor, now }) {
      const config = readStrictly(body.config)
      if (body.replaces === 0 && (await widgets.all()).length >= most)
        throw refused('invalid-request', `There can be ${most} saved widgets. Delete one first.`)
      const widget = await widgets.save({ name, config, replaces: body.replaces, by: actor.name }, now)
      if (!widget) throw await changedMeanwhile(name)
      return { widget }
    },

    async renameWidget({ params: { widgetName }, body: { name } }) {
      const renamed = await widgets.rename(widgetName, name)
      if (renamed === 'gone') throw gone(widgetName)
      if (renamed === 'taken')
        throw refused('name-taken', `There is already a widget called ${name}. Choose another name.`)
      return { widget: renamed }
    },

    async removeWidget({ params: { widgetName } }) {
      if (!(await widgets.remove(widgetName))) throw gone(widgetName)
      return {}
    },
  }

  async function changedMeanwhile(name: string) {
    const there = await widgets.find(name)
    return refused(
      'changed-meanwhile',
      there
        ? `${there.changedBy} has saved ${name} meanwhile. Nothing was saved, and what you have here is as it was.`
        : `${name} was deleted or renamed meanwhile. Nothing was saved, and what you have here is as it was.`,
    )
  }
}

const gone = (name: string) => refused('not-found', `There is no widget called ${name} any more.`)
