import { afterEach, describe, expect, it, vi } from 'vitest'
import { navigate, readPlace, scrollToPlace, takeOverScrolling } from './place.ts'

const place = { pathname: '/', search: '', hash: '', state: null, key: 'unseen' }

/** A page that has one part of this id; gives what is brought into view. */
function pageWith(id: string): string[] {
  const shown: string[] = []
  const part = { scrollIntoView: () => shown.push(id) }
  vi.stubGlobal('document', { getElementById: (wanted: string) => (wanted === id ? part : null) })
  vi.stubGlobal('scrollTo', () => shown.push('top'))
  return shown
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('bringing a place into view', () => {
  it.each([
    ['#fees', 'fees'],
    ['#qu%C3%A9-es', 'qué-es'],
    ['#%', '%'],
    ['#50%-off', '50%-off'],
  ])('finds the part that %s names', (hash, id) => {
    const shown = pageWith(id)
    scrollToPlace({ ...place, hash })
    expect(shown).toEqual([id])
  })

  it('begins at the top where the fragment names no part', () => {
    const shown = pageWith('fees')
    scrollToPlace({ ...place, hash: '#%E0%A4%A' })
    expect(shown).toEqual(['top'])
  })

  it('begins at the top of a page, however far the one before was scrolled while it was fetched', () => {
    const window = new EventTarget()
    vi.stubGlobal('addEventListener', window.addEventListener.bind(window))
    const entries = {
      state: { key: 'before' },
      pushState: (state: { key: string }) => (entries.state = state),
    }
    vi.stubGlobal('history', entries)
    vi.stubGlobal('location', place)
    vi.stubGlobal('document', { getElementById: () => null })
    const scrollTo = vi.fn()
    vi.stubGlobal('scrollTo', scrollTo)
    takeOverScrolling()
    scrollToPlace({ ...place, key: 'before' })
    navigate('/next')
    vi.stubGlobal('scrollY', 700)
    window.dispatchEvent(new Event('scroll'))
    scrollToPlace(readPlace())
    expect(scrollTo).toHaveBeenLastCalledWith(0, 0)
    scrollToPlace({ ...place, key: 'before' })
    expect(scrollTo).toHaveBeenLastCalledWith(0, 700)
  })
})
