import type { Page } from '@playwright/test'

/** What is written on a page: texts that can be seen, texts for assistive technology, and the window's title. */
export async function textsOn(page: Page): Promise<Set<string>> {
  const texts = await page.evaluate(() => {
    const found = [document.title]
    // What says its own language is not in the language of the page, on purpose.
    const skipped = 'script, style, noscript, body [lang], code, .code'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent !== null && parent.closest(skipped) === null && parent.getClientRects().length > 0)
        found.push(node.textContent ?? '')
    }
    for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
      if (element.closest(skipped) !== null) continue
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        found.push(element.getAttribute(name) ?? '')
    }
    for (const option of document.querySelectorAll('option')) found.push(option.text)
    return found
  })
  return new Set(
    texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => /\p{L}{2}/u.test(text)),
  )
}
