import { describe, expect, it } from 'vitest'
import { parseProse, plainText } from './prose.ts'

const text = (words: string) => ({ kind: 'text', text: words })

describe('the markup of the content copy', () => {
  it('parts paragraphs at blank lines', () => {
    expect(parseProse('One.\n\nTwo.')).toEqual([
      { kind: 'paragraph', content: [text('One.')] },
      { kind: 'paragraph', content: [text('Two.')] },
    ])
  })

  it('makes lists of lines that start with a dash or a number', () => {
    expect(parseProse('- a\n- b\n\n1. c\n2. d')).toEqual([
      { kind: 'bullets', entries: [[text('a')], [text('b')]] },
      { kind: 'numbers', entries: [[text('c')], [text('d')]] },
    ])
  })

  it('finds links and strong words among text', () => {
    expect(parseProse('See **now** our [forms](/forms).')).toEqual([
      {
        kind: 'paragraph',
        content: [
          text('See '),
          { kind: 'strong', text: 'now' },
          text(' our '),
          { kind: 'link', text: 'forms', target: '/forms' },
          text('.'),
        ],
      },
    ])
  })

  it('leaves signs that are no markup alone', () => {
    expect(parseProse('such as @ ! # $ or & [x] (y) *')).toEqual([
      { kind: 'paragraph', content: [text('such as @ ! # $ or & [x] (y) *')] },
    ])
  })

  it('gives the words alone for searching', () => {
    expect(plainText('See **now** our [forms](/forms).')).toBe('See now our forms.')
  })
})
