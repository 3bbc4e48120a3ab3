import { type ApiClient, ApiError, clientFor } from '#shared/client/api-client.ts'
import type { GroupId } from '#shared/contract/ids.ts'
import { previewPaths } from '#shared/contract/preview-paths.ts'

/** The preview's credential is this tab's: another tab has a preview of its own. */
const key = 'preview-token'

export const previewToken = (): string | null => sessionStorage.getItem(key)

type PreviewApi = Pick<ApiClient, keyof typeof previewPaths>

/** What speaks for the preview of this tab, and only ever for that: no cookie goes along, and none is taken. */
export function previewApi(send: typeof fetch = fetch.bind(window)): PreviewApi {
  return clientFor(previewPaths, '', (url, init) => send(url, { ...init, credentials: 'omit' }), previewToken)
}

/** Goes on with the preview that this tab has, else begins one, with the rules of a group. */
export async function openPreview(api: PreviewApi, group?: GroupId) {
  if (previewToken()) {
    const known = await api.getPreview({}).catch((error: unknown) => {
      if (error instanceof ApiError && (error.status === 401 || error.status === 403)) return null
      throw error
    })
    if (known) return known
  }
  sessionStorage.removeItem(key)
  const { token, agent: _, ...state } = await api.openPreview({ body: group ? { group } : {} })
  sessionStorage.setItem(key, token)
  return state
}
