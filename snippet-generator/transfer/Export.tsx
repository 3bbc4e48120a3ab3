import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { Copy } from '../code/Copy.tsx'
import { exportText } from './export-text.ts'
import { saveFile } from './save-file.ts'

/** G2: the settings as a file that Import reads, on this server or another. */
export function Export({ config }: { config: FrameConfig }) {
  return (
    <fieldset class="choice transfer">
      <legend>Export</legend>
      <p class="hint">
        A small file of all settings that differ from the defaults, for your records or another server.
      </p>
      <div class="buttons">
        <button type="button" class="button" onClick={() => saveFile('deskbell-widget.json', exportText(config))}>
          Save as a file
        </button>
        <Copy name="Copy as JSON" text={() => exportText(config)} done="Copied. Import reads it back." />
      </div>
    </fieldset>
  )
}
