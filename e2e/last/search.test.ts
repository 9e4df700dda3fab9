import { describe, expect, it } from 'vitest'
import { findIn } from './search.ts'

const name = { kind: 'name', value: 'Quavidekuro' }
const found = (text: string | Buffer) => findIn([{ name: 'here', bytes: Buffer.from(text) }], [name])

describe('looking for a value', () => {
  it.each([
    ['as it was typed', 'level=30 msg="hello Quavidekuro"'],
    ['at the very beginning', 'Quavidekuro'],
    ['in small letters', 'x quavidekuro x'],
    ['in capitals', 'QUAVIDEKURO'],
    ['in hex', `\\x00${Buffer.from('Quavidekuro').toString('hex')}`],
    ['in base64', Buffer.from('{"firstName":"Quavidekuro","x":1}').toString('base64')],
    ['in base64, one byte on', Buffer.from('_{"firstName":"Quavidekuro","x":1}').toString('base64')],
    ['in base64, two bytes on', Buffer.from('__{"firstName":"Quavidekuro","x":1}').toString('base64')],
  ])('finds it %s', (_how, text) => {
    expect(found(text)).toEqual(['name in here'])
  })

  it('finds nothing where nothing is', () => {
    expect(found('Quavidekur Quavidekur0 uavidekuro')).toEqual([])
    expect(found('')).toEqual([])
  })
})
