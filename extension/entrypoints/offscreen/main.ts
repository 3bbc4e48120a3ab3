import { liveQuery } from 'dexie'
import { readSetting } from '../../core/settings.ts'
import { createRing, type HowItRings } from '../../platform/ring.ts'

const howItRings = async (): Promise<HowItRings> => ({
  sound: await readSetting('sound'),
  volume: await readSetting('volume'),
})

// This page rings for as long as it exists: the background makes and closes it.
const ring = createRing(await howItRings())
liveQuery(howItRings).subscribe((how) => ring.change(how))
