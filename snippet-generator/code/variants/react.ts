import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { moduleParts } from './module-parts.ts'

/** A component without anything of its own on the page: the button is there while it is. */
export function reactCode(origin: string, config: FrameConfig): string {
  const { settings, addOrShow } = moduleParts(origin, config, 4)
  return `'use client'
import { useEffect } from 'react'

${settings}export function Deskbell() {
  useEffect(() => {
    // Calls wait here until the script has loaded.
    window.Deskbell ??= (...call) => (window.Deskbell.q ??= []).push(call)
${addOrShow}
    return () => window.Deskbell('hide')
  }, [])
  return null
}`
}
