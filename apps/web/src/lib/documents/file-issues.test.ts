import { expect, it } from 'vitest'
import { documentLimits } from '@connect/contract/rooms/documents'
import { nameToSend, sortChosen } from './file-issues.ts'

const aFile = (name: string, size = 1000, type = '') => ({ name, size, type })
const issueOf = (file: ReturnType<typeof aFile>) => sortChosen([file], 20).refused[0]?.issue

it('photos and PDFs may be sent, whichever way a device names them', () => {
  const files = [
    aFile('IMG_0042.HEIC'),
    aFile('image.jpg', 1000, 'image/jpeg'),
    aFile('scan.JPEG'),
    aFile('lease.pdf'),
    aFile('screen.png'),
    aFile('photo', 1000, 'image/heic'),
  ]
  expect(sortChosen(files, 20)).toEqual({ taken: files, refused: [] })
})

it('what would be refused is not sent at all', () => {
  expect(issueOf(aFile('letter.docx'))).toBe('wrong_type')
  expect(issueOf(aFile('movie.mov', 1000, 'video/quicktime'))).toBe('wrong_type')
  expect(issueOf(aFile('lease.pdf', 0))).toBe('empty')
  expect(issueOf(aFile('lease.pdf', documentLimits.bytes))).toBeUndefined()
  expect(issueOf(aFile('lease.pdf', documentLimits.bytes + 1))).toBe('too_large')
})

it('only as many as there is room for are taken, the first ones, and a bad one takes no room', () => {
  const files = [aFile('a.txt'), aFile('1.jpg'), aFile('2.jpg'), aFile('3.jpg')]
  const { taken, refused } = sortChosen(files, 2)
  expect(taken.map(({ name }) => name)).toEqual(['1.jpg', '2.jpg'])
  expect(refused).toEqual([
    { name: 'a.txt', issue: 'wrong_type' },
    { name: '3.jpg', issue: 'too_many' },
  ])
})

it('a photo that comes without an ending is sent with that of its type', () => {
  expect(nameToSend(aFile('IMG.1', 1000, 'image/jpeg'))).toBe('IMG.1.jpg')
  expect(nameToSend(aFile('photo', 1000, 'image/heif'))).toBe('photo.heic')
  for (const name of ['scan.JPEG', 'a.jfif', 'b.heif'])
    expect(nameToSend(aFile(name, 1000, 'image/png'))).toBe(name)
  expect(nameToSend(aFile('photo'))).toBe('photo')
})
