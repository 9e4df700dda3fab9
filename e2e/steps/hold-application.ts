import type { Page } from '@playwright/test'

/** Keeps the application back, so that a page shows what it has from its first byte; gives what lets it through. */
export async function holdApplication(page: Page): Promise<() => void> {
  let letThrough = (): void => undefined
  const held = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route('**/assets/shared-*.js', async (route) => {
    await held
    await route.continue()
  })
  return letThrough
}
