import type { Page } from '@playwright/test'

/** Counts how often the page was pressed from now on, over all its addresses. */
export async function countTaps(page: Page): Promise<() => number> {
  let taps = 0
  await page.exposeFunction('tapped', () => {
    taps += 1
  })
  const listen = () => {
    // One press is one of these, however many events follow it.
    const tell = () => {
      ;(globalThis as unknown as { tapped: () => void }).tapped()
    }
    addEventListener('pointerdown', tell, true)
  }
  await page.addInitScript(listen)
  await page.evaluate(listen)
  return () => taps
}
