import Bowser from 'bowser'

const browsers: Readonly<Record<string, string>> = {
  Chrome: 'chrome',
  Chromium: 'chrome',
  Safari: 'safari',
  Firefox: 'firefox',
  'Microsoft Edge': 'edge',
  'Samsung Internet for Android': 'samsung',
  Opera: 'opera',
}

const systems: Readonly<Record<string, string>> = {
  Android: 'android',
  iOS: 'ios',
  Windows: 'windows',
  macOS: 'macos',
  'Chrome OS': 'chromeos',
  Linux: 'linux',
}

/** What it could not be told from. */
const unknown = 'other'

/** More than any browser says. */
const longest = 500

/**
 * Browser and system of a `User-Agent` as `<browser>.<system>`, such as `chrome.android`: enough for people to know their
 * own devices again, and nothing that could be personal.
 */
export function deviceOf(userAgent: string | undefined): string {
  if (userAgent === undefined || userAgent === '' || userAgent.length > longest)
    return `${unknown}.${unknown}`
  const parsed = Bowser.getParser(userAgent)
  const browser = browsers[parsed.getBrowserName()] ?? unknown
  return `${browser}.${systems[parsed.getOSName()] ?? unknown}`
}
