import { expect, type Page } from '@playwright/test'

/** Has the next request there done by the service, which answers with this status, and nobody hears of it. */
export async function loseAnswer(page: Page, url: string, status: number): Promise<void> {
  await page.route(
    url,
    async (route) => {
      const answer = await route.fetch()
      expect(answer.status()).toBe(status)
      await route.abort('connectionfailed')
    },
    { times: 1 },
  )
}
