import { readStored, writeStored } from './storage.ts'

/** How the portal looks: as the device says, or one of these whatever the device says. */
export const themes = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

const storageKey = 'connect.theme'

/** The look that was chosen in this browser; `system` when none was. */
export function chosenTheme(): Theme {
  const stored = readStored(storageKey)
  return themes.find((theme) => theme === stored) ?? 'system'
}

/** Shows a look at once, without remembering it. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** Shows a look and remembers it in this browser. */
export function chooseTheme(theme: Theme): void {
  writeStored(storageKey, theme === 'system' ? undefined : theme)
  showTheme(theme)
}
