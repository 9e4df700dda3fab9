import { atLeast, atMost, type Figure } from '../figure.ts'
import type { Measurement } from '../measurement.ts'
import { countEach, median } from '../statistics.ts'
import { auditPage, categories, type Visit } from './audit-page.ts'

const visitsOfEach = 3

const pagesToVisit = [
  { name: 'home', path: '/' },
  { name: 'step 1 of the wizard', path: '/create-account/name' },
] as const

const leastScore = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 } as const

function figuresOf(name: string, visits: readonly Visit[]): Figure[] {
  const middle = (value: (visit: Visit) => number): number => median(visits.map(value))
  return [
    ...categories.map((category) =>
      atLeast(
        `${name}, ${category}`,
        middle(({ scores }) => scores[category]),
        leastScore[category],
      ),
    ),
    atMost(`${name}, largest paint`, middle(({ largestPaint }) => largestPaint) / 1000, 1.9, 's'),
    atMost(
      `${name}, blocking time`,
      middle(({ blockingTime }) => blockingTime),
      200,
      'ms',
    ),
    atMost(
      `${name}, layout shift`,
      middle(({ layoutShift }) => layoutShift),
      0.02,
    ),
  ]
}

/** Lighthouse on the pages that everybody comes through, as the production build is served. */
export const pages: Measurement = {
  name: 'pages',
  async run(portal): Promise<Figure[]> {
    const figures: Figure[] = []
    for (const { name, path } of pagesToVisit) {
      const visits: Visit[] = []
      while (visits.length < visitsOfEach) visits.push(await auditPage(`${portal.address}${path}`))
      figures.push(...figuresOf(name, visits))
      const faults = countEach(visits.flatMap((visit) => visit.faults))
      if (faults !== '') console.log(`${name}: points are lost by ${faults}.`)
    }
    return figures
  },
}
