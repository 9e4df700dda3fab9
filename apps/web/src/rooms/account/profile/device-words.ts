import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { profileCopy } from './profile-copy.ts'

/** Products have the same name in every language. */
const browsers: Readonly<Record<string, string>> = {
  chrome: 'Chrome',
  safari: 'Safari',
  firefox: 'Firefox',
  edge: 'Microsoft Edge',
  samsung: 'Samsung Internet',
  opera: 'Opera',
}

const systems: Readonly<Record<string, string>> = {
  android: 'Android',
  windows: 'Windows',
  macos: 'Mac',
  chromeos: 'Chromebook',
  linux: 'Linux',
}

/** Puts a code such as `chrome.android` into words: “Chrome on Android”. */
export function useDeviceWords(): (device: string) => string {
  const translate = useCopy(profileCopy)
  return (device) => {
    const [browserCode = '', systemCode = ''] = device.split('.')
    const system = systemCode === 'ios' ? translate('profile.device.ios') : systems[systemCode]
    const browser = browsers[browserCode]
    if (browser === undefined)
      return system === undefined
        ? translate('profile.device.unknown')
        : translate('profile.device.some_browser', { system })
    return system === undefined ? browser : translate('profile.device.named', { browser, system })
  }
}
