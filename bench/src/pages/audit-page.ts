import { browserArguments, ensureBrowser } from '@connect/tooling/browser'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'

/** One visit as Lighthouse's mobile profile makes it: a slow phone on a slow line, with an empty cache. */
export interface Visit {
  /** 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>
  /** Milliseconds. */
  readonly largestPaint: number
  readonly blockingTime: number
  readonly layoutShift: number
  /** What costs points, by the name that Lighthouse gives it. */
  readonly faults: readonly string[]
}

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
type Category = (typeof categories)[number]

/** Visits a page with a browser of its own. Throws when Lighthouse could not. */
export async function auditPage(url: string): Promise<Visit> {
  const browser = await launch({
    chromePath: await ensureBrowser(),
    chromeFlags: ['--headless=new', ...browserArguments],
    logLevel: 'silent',
  })
  try {
    const result = await lighthouse(url, {
      port: browser.port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: [...categories],
    })
    if (result === undefined) throw new Error(`Lighthouse answered nothing for ${url}.`)
    const { lhr } = result
    if (lhr.runtimeError !== undefined) throw new Error(`${url}: ${lhr.runtimeError.message}`)
    const number = (audit: string): number => lhr.audits[audit]?.numericValue ?? Number.NaN
    const score = (category: Category): number => Math.round((lhr.categories[category]?.score ?? 0) * 100)
    const counted = categories.flatMap((category) =>
      (lhr.categories[category]?.auditRefs ?? []).filter(({ weight }) => weight > 0).map(({ id }) => id),
    )
    const faults = counted.filter((id) => {
      const { score: points = null } = lhr.audits[id] ?? {}
      return points !== null && points < 0.9
    })
    return {
      scores: {
        performance: score('performance'),
        accessibility: score('accessibility'),
        'best-practices': score('best-practices'),
        seo: score('seo'),
      },
      largestPaint: number('largest-contentful-paint'),
      blockingTime: number('total-blocking-time'),
      layoutShift: number('cumulative-layout-shift'),
      faults: faults.map((id) => `${id} (${lhr.audits[id]?.displayValue ?? lhr.audits[id]?.title ?? ''})`),
    }
  } finally {
    browser.kill()
  }
}
