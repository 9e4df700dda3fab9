import { expect, test } from 'vitest'
import { typeOf } from './document-type.ts'

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const pdf = latin1('%PDF-1.7\n')
const jpeg = latin1('\xff\xd8\xff\xe0\x00\x10JFIF\0')
const png = latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')

/** The first box of a file of the ISO base media format. */
function ftyp(major: string, ...compatible: string[]): Buffer {
  const box = latin1(`\0\0\0\0ftyp${major}\0\0\0\0${compatible.join('')}`)
  box.writeUInt32BE(box.length, 0)
  return Buffer.concat([box, latin1('\0\0\0\x20meta')])
}

test('name and first bytes have to agree on one of the types that are taken', () => {
  expect(typeOf('a.pdf', pdf)).toBe('application/pdf')
  expect(typeOf('a.PDF', pdf)).toBe('application/pdf')
  expect(typeOf('a.JPG', jpeg)).toBe('image/jpeg')
  expect(typeOf('IMG_0001.jpeg', jpeg)).toBe('image/jpeg')
  expect(typeOf('a.png', png)).toBe('image/png')
  expect(typeOf('IMG_0002.HEIC', ftyp('heic', 'mif1', 'heic'))).toBe('image/heic')
  expect(typeOf('IMG_0003.heif', ftyp('mif1', 'MiHE', 'heic'))).toBe('image/heic')
})

test('what only says so is none of them', () => {
  const others: readonly [string, Buffer][] = [
    ['a.jpg', pdf],
    ['a.pdf', jpeg],
    ['a', pdf],
    ['pdf', pdf],
    ['a.pdf.exe', pdf],
    ['a.pdf', latin1('\n%PDF-1.7')],
    ['a.jpg', latin1('\xff\xd8')],
    ['a.jpg', latin1('<!doctype html>')],
    ['a.jpg', latin1('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['a.jpg', latin1('MZ\x90\0')],
    ['a.png', latin1('\x7fELF')],
    ['a.pdf', latin1('PK\x03\x04')],
    ['a.gif', latin1('GIF89a')],
    ['a.heic', ftyp('avif', 'mif1', 'avif')],
    ['a.heic', ftyp('mp42', 'isom')],
    ['a.heic', ftyp('heic').subarray(0, 12)],
    ['a.heic', Buffer.alloc(0)],
  ]
  for (const [name, start] of others) expect(typeOf(name, start), name).toBeNull()
})
