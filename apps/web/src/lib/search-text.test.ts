import { describe, expect, it } from 'vitest'
import { findsAllWords } from './search-text.ts'

describe('searching the content', () => {
  it('finds words in any case and with or without their accents', () => {
    expect(findsAllWords('Línea de Información', 'informacion LINEA')).toBe(true)
  })

  it('wants every word that was typed', () => {
    expect(findsAllWords('Lost card', 'card password')).toBe(false)
  })

  it('finds everything while nothing but spaces is typed', () => {
    expect(findsAllWords('Lost card', '  ')).toBe(true)
  })
})
