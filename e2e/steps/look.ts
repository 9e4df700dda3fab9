import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** No rule of WCAG 2.2 AA that a machine can check is broken; in the dark, those on colors once more. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  expect(await violations((await axeIn(page)).withTags(tags)), `${state}, light`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  const colors = (await axeIn(page)).withRules(['color-contrast', 'link-in-text-block'])
  expect(await violations(colors), `${state}, dark`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

/** A document is given axe once, and asked for nothing but violations: what is right is long to tell. */
async function axeIn(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window)
  const axe = new AxeBuilder(isThere ? { page, axeSource: 'void 0' } : { page })
  return axe.options({ resultTypes: ['violations'] })
}

/** Each violation on a line: the rule, where, and what axe says. No page here has frames, which the other mode is for. */
async function violations(axe: AxeBuilder): Promise<string[]> {
  const results = await axe.setLegacyMode(true).analyze()
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/** Nothing is cut off or has to be scrolled sideways on the narrowest screen (WCAG 1.4.10). */
export async function expectReflow(page: Page, state: string): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => {
    const { scrollWidth } = document.documentElement
    const widest = [...document.querySelectorAll('body *')].find(
      (element) =>
        element.getBoundingClientRect().right > 321 && element.closest('.visually-hidden') === null,
    )
    return { scrollWidth, widest: scrollWidth > 320 ? (widest?.outerHTML.slice(0, 200) ?? '') : '' }
  })
  expect(wide, `${state}, at 320 px`).toEqual({ scrollWidth: 320, widest: '' })
  if (before !== null) await page.setViewportSize(before)
}
