import { liveQuery } from 'dexie'
import { readSetting } from '../../core/settings.ts'
import { createRing } from '../../platform/ring.ts'

// This page rings for as long as it exists: the background makes and closes it.
const ring = createRing(await readSetting('volume'))
liveQuery(() => readSetting('volume')).subscribe((volume) => ring.setVolume(volume))
