import {
  announcementsResponse,
  contactLinesResponse,
  formsResponse,
  officesResponse,
} from '@connect/contract/rooms/content'
import { describe, expect, it } from 'vitest'
import { readReferenceContent, referenceKinds } from './reference-content.ts'
import { withTwoRoles } from './testing/database.ts'

const schemas = {
  offices: officesResponse,
  'contact-lines': contactLinesResponse,
  forms: formsResponse,
  announcements: announcementsResponse,
} as const

describe('reference content', () => {
  it.each(referenceKinds)('of kind %s is what the contract promises', (kind) => {
    const { success, error } = schemas[kind].safeParse(readReferenceContent(kind))
    expect(error?.issues ?? []).toEqual([])
    expect(success).toBe(true)
  })

  it('lists twelve offices within Connecticut, each once', () => {
    const { items } = officesResponse.parse(readReferenceContent('offices'))
    expect(new Set(items.map(({ id }) => id)).size).toBe(12)
    for (const { location, address } of items) {
      expect(address.postalCode).toMatch(/^06\d{3}$/)
      expect(location.latitude).toBeGreaterThan(40.9)
      expect(location.latitude).toBeLessThan(42.1)
      expect(location.longitude).toBeGreaterThan(-73.8)
      expect(location.longitude).toBeLessThan(-71.7)
    }
  })

  it('has every text in both languages, and no two alike by oversight', () => {
    const texts = referenceKinds.flatMap((kind) => localizedTexts(readReferenceContent(kind).items))
    expect(texts.length).toBeGreaterThan(20)
    for (const { en, es } of texts) {
      expect(en.trim()).not.toBe('')
      expect(es.trim()).not.toBe('')
      expect(es).not.toBe(en)
    }
  })

  it('is in the database after migrating, with the day it was checked', async () => {
    await withTwoRoles(async ({ app }) => {
      const { rows } = await app.query<{ kind: string; as_of: string; body: unknown }>(
        `SELECT kind, as_of::text, body FROM content_document WHERE kind = 'contact-lines'`,
      )
      const { asOf, items } = readReferenceContent('contact-lines')
      expect(rows).toEqual([{ kind: 'contact-lines', as_of: asOf, body: items }])
    })
  })
})

function localizedTexts(value: unknown): { en: string; es: string }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && 'es' in value) return [{ en: String(value.en), es: String(value.es) }]
  return Object.values(value).flatMap(localizedTexts)
}
