import { expect, type Locator } from '@playwright/test'
import type { SignupPages } from '../pages/signup-pages.ts'

/** A way to break one rule of a field. */
export interface Break {
  readonly what: string
  readonly field: Locator
  readonly put: () => Promise<void>
  /** Makes it right again. */
  readonly mend: () => Promise<void>
}

/**
 * Breaks one rule after another and mends each: the summary takes focus, names the one thing, and leads to the field,
 * which says the same. No two rules of a field say the same.
 */
export async function breakAndMend(pages: SignupPages, breaks: readonly Break[]): Promise<void> {
  const told = new Set<string>()
  for (const { what, field, put, mend } of breaks) {
    await put()
    await pages.continue.click()
    await expect(pages.errorSummary, what).toBeFocused()
    await expect(pages.errorLinks, what).toHaveCount(1)
    await expect(field, what).toHaveAttribute('aria-invalid', 'true')
    const words = await pages.errorOf(field)
    expect(words.length, what).toBeGreaterThan(10)
    const line = await pages.errorLinks.innerText()
    expect(line.toLowerCase(), what).toContain(words.toLowerCase())
    expect(told, `${what}: every rule has words of its own`).not.toContain(line)
    told.add(line)
    await pages.errorLinks.click()
    await expect(field, what).toBeFocused()
    await mend()
  }
}
