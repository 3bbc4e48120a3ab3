import { styles } from '../../hostile-pages/hostile-pages.ts'
import { journeysThrough } from './journeys-through.ts'

journeysThrough(styles)
