import { policies } from '../../hostile-pages/hostile-pages.ts'
import { journeysThrough } from './journeys-through.ts'

journeysThrough(policies)
