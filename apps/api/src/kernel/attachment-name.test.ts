import { expect, test } from 'vitest'
import { attachmentNamed } from './attachment-name.ts'

test('a plain name stands as it is', () => {
  expect(attachmentNamed('pay stub (2).pdf')).toBe('attachment; filename="pay stub (2).pdf"')
})

test('other letters stand in the longer form, beside something for whoever does not know it', () => {
  expect(attachmentNamed('Talón "1".pdf')).toBe(
    `attachment; filename="Tal_n _1_.pdf"; filename*=UTF-8''Tal%C3%B3n%20%221%22.pdf`,
  )
  expect(attachmentNamed("it's 100%*!é.png")).toBe(
    `attachment; filename="it's 100_*!_.png"; filename*=UTF-8''it%27s%20100%25%2A%21%C3%A9.png`,
  )
})

test('nothing in a name ends the header or begins another', () => {
  for (const name of ['a"; x="b', 'a\r\nb: c', 'a\\', '\ud800']) {
    const header = attachmentNamed(name)
    expect(header).toMatch(/^attachment; filename="[^"\\]*"(; filename\*=UTF-8''[\w.~%-]*)?$/)
    expect(header).not.toMatch(/[^\x20-\x7e]/)
  }
})
