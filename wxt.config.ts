import preact from '@preact/preset-vite'
import { defineConfig } from 'wxt'

const chromium = {
  permissions: ['storage', 'notifications', 'alarms', 'idle', 'offscreen', 'activeTab', 'scripting'],
  // Alarms every half minute.
  minimum_chrome_version: '120',
}

const firefox = {
  permissions: ['storage', 'notifications', 'alarms', 'idle', 'activeTab', 'scripting'],
  // Firefox's own default turns ws:// into wss://, which a self-hosted server in a local network may not have.
  content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
  browser_specific_settings: {
    gecko: {
      id: 'agent@deskbell',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none' as const] },
    },
  },
}

export default defineConfig({
  srcDir: 'extension',
  outDir: 'dist/extension',
  publicDir: 'extension/public',
  manifestVersion: 3,
  imports: false,
  vite: () => ({ plugins: [preact()] }),
  zip: {
    // The names that the server's home page links to.
    artifactTemplate: 'deskbell-{{browser}}.zip',
    sourcesRoot: '.',
    includeSources: [
      'extension/**',
      'shared/**',
      'package.json',
      'package-lock.json',
      'wxt.config.ts',
      'tsconfig*.json',
    ],
  },
  // No host permission: the server's API is open to any origin that brings a session's token (A45).
  manifest: ({ browser }) => ({
    name: 'Deskbell',
    description: "Answer your site's visitors from the browser's toolbar",
    action: { default_title: 'Deskbell' },
    ...(browser === 'firefox' ? firefox : chromium),
  }),
})
