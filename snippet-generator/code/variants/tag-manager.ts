import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { settingsLiteral } from './settings-literal.ts'

/**
 * For a tag of one's own HTML. Tag managers drop the data attributes of a script tag that they insert, so a script makes it;
 * in the language of 2009, because some of them check for that.
 */
export function tagManagerCode(origin: string, config: FrameConfig): string {
  const settings = settingsLiteral(config, 4)
  const attribute = settings ? `'data-config', JSON.stringify(${settings})` : "'data-widget', 'default'"
  return `<script>
  (function () {
    var script = document.createElement('script');
    script.async = true;
    script.src = '${origin}/widget.js';
    script.setAttribute(${attribute});
    document.head.appendChild(script);
  })();
</script>`
}
