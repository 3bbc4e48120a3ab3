import { renderToString } from 'react-dom/server'
import * as shop from './react-shop.mjs'

export const render = (rendered, facts) => renderToString(shop[rendered](facts))
