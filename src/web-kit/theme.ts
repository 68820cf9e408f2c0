/** Light, dark, or as the system says. Kept in the browser, for this device only. */
export type Theme = 'light' | 'dark' | 'system'

const KEPT_AS = 'dandelion.theme'

/** The theme chosen on this device; `system` when none was or storage is closed. */
export function chosenTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEPT_AS)
    return kept === 'light' || kept === 'dark' ? kept : 'system'
  } catch {
    return 'system'
  }
}

/** Shows a theme at once and keeps it; without storage it holds until the page is closed. */
export function chooseTheme(theme: Theme): void {
  showTheme(theme)
  try {
    if (theme === 'system') localStorage.removeItem(KEPT_AS)
    else localStorage.setItem(KEPT_AS, theme)
  } catch {
    // A browser that keeps nothing still shows the theme now.
  }
}

/** Marks the document with the theme; the tokens follow. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
