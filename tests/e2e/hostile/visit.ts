import { expect } from '@playwright/test'

/** A visitor's browser, whichever it is, on a hostile page. Each of these waits until it is so, and refuses when it never is. */
export interface Visit {
  goTo(url: string): Promise<void>
  /** The page has done its worst (`data-settled`). */
  settles(): Promise<void>
  /** The page with this heading is shown. */
  isOn(title: string): Promise<void>
  followLink(): Promise<void>
  /** Where everything of the page is, as its visitor sees it: x, y, width, height in CSS px. */
  boxes(): Promise<number[][]>
  /** Where the button is; null while it cannot be seen. */
  launcherBox(): Promise<Box | null>
  /** Of what can be seen of the window that the button is in, or of the frame. */
  size(): Promise<Size>
  pressLauncher(): Promise<void>
  /** The chat as this page has it; another page loads it anew. */
  chat(): Promise<Chat>
  chatIsShut(): Promise<void>
}

export interface Chat {
  start(name: string, text: string): Promise<void>
  /** Writes it and sends it. */
  say(text: string): Promise<void>
  shows(text: string): Promise<void>
  close(): Promise<void>
}

/** How an assertion of a journey waits: looking again costs less than a late look. */
export const often = (message: string) => ({ message, intervals: [30, 60, 100] })

/** The button stands where it stands on any page: 56 px wide, 20 px from the edges of what can be seen. */
export async function expectInPlace({ launcherBox }: Pick<Visit, 'launcherBox'>, size: Size) {
  const box = { x: size.width - 76, y: size.height - 76, width: 56, height: 56 }
  await expect.poll(launcherBox, often('the button’s place')).toEqual(box)
}

type Size = Pick<Box, 'width' | 'height'>

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Runs in the page, as it stands here. A scroll bar takes its part of a window. */
export function sizeOfWindow(): Size {
  const { width = 0, height = 0 } = visualViewport ?? {}
  return { width, height }
}

/** Runs in the page, as it stands here. */
export function boxesIn(html: Element): number[][] {
  const boxes: number[][] = []
  for (const one of [html, html.querySelector('body'), ...html.querySelectorAll('main, main *')]) {
    const { x = 0, y = 0, width = 0, height = 0 } = one?.getBoundingClientRect() ?? {}
    boxes.push([x, y, width, height])
  }
  return boxes
}
