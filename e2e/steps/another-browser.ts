import type { Locale } from '@connect/contract/shared/text'
import type { Browser, Page } from '@playwright/test'
import { newAddress } from '../portal/address.ts'
import { portal } from '../portal/portal.ts'

/** A page in another browser, from another address. Whoever asks for it closes its context. */
export async function anotherBrowser(browser: Browser, language: Locale): Promise<Page> {
  const context = await browser.newContext({
    baseURL: portal().address,
    locale: `${language}-US`,
    extraHTTPHeaders: { 'x-forwarded-for': newAddress() },
  })
  return context.newPage()
}
