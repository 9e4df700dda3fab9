import { expect, test } from 'vitest'
import { deviceText } from './device-words.ts'

test.each([
  ['chrome.android', 'Chrome on Android', 'Chrome en Android'],
  ['safari.ios', 'Safari on iPhone or iPad', 'Safari en iPhone o iPad'],
  ['firefox.other', 'Firefox', 'Firefox'],
  ['other.linux', 'Another browser on Linux', 'Otro navegador en Linux'],
  ['other.other', 'A browser or program that we do not know', 'Un navegador o programa que no conocemos'],
  ['newer.still', 'A browser or program that we do not know', 'Un navegador o programa que no conocemos'],
  [null, 'Not done in a browser', 'No se hizo en un navegador'],
])('the device %s is called “%s”, in Spanish “%s”', (device, english, spanish) => {
  expect([deviceText(device, 'en'), deviceText(device, 'es')]).toEqual([english, spanish])
})
