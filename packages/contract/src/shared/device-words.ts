import type { Locale, LocalizedText } from './text.ts'

/** Products have the same name in every language. */
const browsers: Readonly<Record<string, string>> = {
  chrome: 'Chrome',
  safari: 'Safari',
  firefox: 'Firefox',
  edge: 'Microsoft Edge',
  samsung: 'Samsung Internet',
  opera: 'Opera',
}

const systems: Readonly<Record<string, LocalizedText>> = {
  android: { en: 'Android', es: 'Android' },
  ios: { en: 'iPhone or iPad', es: 'iPhone o iPad' },
  windows: { en: 'Windows', es: 'Windows' },
  macos: { en: 'Mac', es: 'Mac' },
  chromeos: { en: 'Chromebook', es: 'Chromebook' },
  linux: { en: 'Linux', es: 'Linux' },
}

const words = {
  en: {
    named: (browser: string, system: string) => `${browser} on ${system}`,
    someBrowser: (system: string) => `Another browser on ${system}`,
    unknown: 'A browser or program that we do not know',
    none: 'Not done in a browser',
  },
  es: {
    named: (browser: string, system: string) => `${browser} en ${system}`,
    someBrowser: (system: string) => `Otro navegador en ${system}`,
    unknown: 'Un navegador o programa que no conocemos',
    none: 'No se hizo en un navegador',
  },
} as const

/** Puts a code such as `chrome.android` into words: “Chrome on Android”. Null is what no browser did. */
export function deviceText(device: string | null, locale: Locale): string {
  const { named, someBrowser, unknown, none } = words[locale]
  if (device === null) return none
  const [browserCode = '', systemCode = ''] = device.split('.')
  const browser = browsers[browserCode]
  const system = systems[systemCode]?.[locale]
  if (browser === undefined) return system === undefined ? unknown : someBrowser(system)
  return system === undefined ? browser : named(browser, system)
}
