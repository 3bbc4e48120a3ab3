import { writeSetting } from '../../core/settings.ts'

/** Has every open surface list the visitors of this page; one that opens within the next seconds too. */
export const showVisitors = (page: string): Promise<void> => writeSetting('openVisitors', { page, at: Date.now() })
