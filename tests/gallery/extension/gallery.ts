import './gallery.css'
import { scenes } from './scenes.tsx'
import { addressOf, type Variant, variantsOf } from './variants.ts'

const gallery = document.getElementById('gallery')
for (const [name, scene] of Object.entries(scenes)) {
  const row = document.createElement('div')
  row.append(...variantsOf(scene).map((variant) => framed(name, variant)))
  const section = document.createElement('section')
  section.append(Object.assign(document.createElement('h2'), { textContent: name }), row)
  gallery?.append(section)
}

function framed(name: string, variant: Variant): HTMLElement {
  const { theme, dir, width, height } = variant
  const title = `${name}, ${theme}, ${dir}, ${width} px`
  const frame = Object.assign(document.createElement('iframe'), {
    title,
    width,
    height,
    loading: 'lazy',
    src: addressOf(name, variant),
  })
  const figure = document.createElement('figure')
  figure.append(Object.assign(document.createElement('figcaption'), { textContent: title }), frame)
  return figure
}
