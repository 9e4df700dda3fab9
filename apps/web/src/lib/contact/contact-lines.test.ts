import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contactLinesResponse } from '@connect/contract/rooms/content'
import { bundledContactLines } from './contact-lines.ts'
import { hoursInWords, type HoursWords } from './hours.ts'

const english: HoursWords = {
  days: (first, last) => `${first} to ${last}`,
  hours: (days, opens, closes) => `${days}, ${opens} to ${closes}`,
}

test('the lines that are shown without the service are the ones of the reference content', () => {
  const reference = new URL('../../../../../prisma/content/contact-lines.json', import.meta.url)
  expect(bundledContactLines).toEqual(JSON.parse(readFileSync(reference, 'utf8')))
  expect(contactLinesResponse.safeParse(bundledContactLines).success).toBe(true)
})

test('days in a row are told by the first and the last, others one by one', () => {
  const hours = { opens: '07:30', closes: '16:00' }
  expect(hoursInWords({ ...hours, days: [1, 2, 3, 4, 5] }, 'en', english)).toBe(
    'Monday to Friday, 7:30\u00a0a.m. to 4\u00a0p.m.',
  )
  expect(hoursInWords({ ...hours, days: [2, 4] }, 'en', english)).toBe(
    'Tuesday and Thursday, 7:30\u00a0a.m. to 4\u00a0p.m.',
  )
})

test('noon and midnight are twelve', () => {
  const words = { ...english, hours: (_: string, opens: string, closes: string) => `${opens}/${closes}` }
  expect(hoursInWords({ days: [1], opens: '00:15', closes: '12:00' }, 'en', words)).toBe(
    '12:15\u00a0a.m./12\u00a0p.m.',
  )
})
