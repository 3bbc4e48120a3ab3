/** Shows a page in a theme whatever the system's is: the rules for dark count always or never. */
export function showTheme(theme: 'light' | 'dark'): void {
  document.documentElement.style.colorScheme = theme
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-color-scheme'))
        rule.media.mediaText = theme === 'dark' ? 'all' : 'not all'
}
