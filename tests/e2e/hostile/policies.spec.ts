import { policies } from '../../hostile-pages/hostile-pages.ts'
import { journeysThrough } from './journey.ts'

journeysThrough(policies)
