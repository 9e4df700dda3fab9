import type { Locale } from '@connect/contract/shared/text'
import { test as base, expect } from '@playwright/test'
import { newAddress } from './portal/address.ts'
import { aPlantedPerson, type PlantedPerson } from './portal/plant.ts'
import { portal } from './portal/portal.ts'
import { watchContext, type Watch } from './watch.ts'
import { wordsOf, type Words } from './words.ts'

export interface PortalOptions {
  /** The language of the project: the browser asks for it. */
  readonly language: Locale
}

interface PortalFixtures {
  /** Where the person comes from; every test comes from an address of its own. */
  readonly address: string
  readonly words: Words
  /** A made-up person, whose every detail the canary looks for. */
  readonly person: PlantedPerson
  /** Fails the test in the end for what the browser did or said that nobody may see. */
  readonly watch: Watch
}

export const test = base.extend<PortalOptions & PortalFixtures>({
  language: ['en', { option: true }],
  // Playwright wants the first argument taken apart, also where nothing of it is used.
  address: async ({}, use) => {
    await use(newAddress())
  },
  baseURL: async ({}, use) => {
    await use(portal().address)
  },
  extraHTTPHeaders: async ({ address }, use) => {
    await use({ 'x-forwarded-for': address })
  },
  words: async ({ language }, use) => {
    await use(wordsOf(language))
  },
  person: async ({ language }, use) => {
    await use(aPlantedPerson({ locale: language }))
  },
  watch: [
    async ({ context }, use) => {
      const watch = await watchContext(context)
      await use(watch)
      expect(watch.faults(), 'what the browser did or said that nobody may see').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
