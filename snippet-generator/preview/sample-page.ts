import { readAddress } from '../address.ts'
import { configJson } from '../snippet.ts'
import './sample-page.css'

// As the snippet does it, but with the configuration of this page's address.
const script = document.createElement('script')
script.async = true
script.src = '/widget.js'
script.dataset.config = configJson(readAddress(location.hash).config)
document.body.append(script)
