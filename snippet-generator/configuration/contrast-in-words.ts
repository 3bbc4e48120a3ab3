import { contrast, inkOn } from '../contrast.ts'

/** What a colour means for those who have to find the button and read what stands on it. @param color `#rrggbb` */
export function contrastInWords(color: string): string {
  return [readability(color), visibility(color)].filter((sentence) => sentence !== '').join(' ')
}

function readability(color: string): string {
  const ink = inkOn(color)
  const ratio = contrast(color, ink).toFixed(1)
  return `The widget writes ${ink === '#ffffff' ? 'white' : 'black'} on it: contrast ${ratio} to 1, easy to read.`
}

/** Below 3 to 1 a control is hard to find: https://www.w3.org/TR/WCAG22/#non-text-contrast */
function visibility(color: string): string {
  if (contrast(color, '#ffffff') < 3)
    return 'On a white page the button hardly stands out: a darker colour is found sooner.'
  if (contrast(color, '#121212') < 3)
    return 'On a dark page the button hardly stands out: a lighter colour is found sooner.'
  return ''
}
