import { scripts } from '../../hostile-pages/hostile-pages.ts'
import { journeysThrough } from './journey.ts'

journeysThrough(scripts)
