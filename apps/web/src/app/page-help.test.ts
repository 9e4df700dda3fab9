import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { helpPageOf, helpPages, isHelpName } from '../rooms/content/help/help-pages.ts'
import { routes } from './routes.ts'

/** The one page that stands at no route of its own. */
const notFound = 'not-found'

describe('Page Help', () => {
  it('has one page for every page of the portal, and none for a page that is not there', () => {
    const wanted = [...routes.map(({ help }) => help), notFound]
    expect(Object.keys(helpPages).sort()).toEqual(wanted.sort())
  })

  it('is shared by no two pages', () => {
    const names = routes.map(({ help }) => help)
    expect(names).toHaveLength(new Set(names).size)
  })

  it.each(routes.filter(({ path }) => !path.includes(':')))('leads back to $path', ({ help, path }) => {
    expect(isHelpName(help) && helpPageOf(help).path).toBe(path)
  })

  it.each(['en', 'es'])('says something else about every page (%s)', (language) => {
    const file = new URL(`../rooms/content/copy/help/${language}.json`, import.meta.url)
    const words = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
    for (const part of ['title', 'purpose', 'steps', 'trouble']) {
      const texts = Object.keys(helpPages).map((name) => words[`help.${name}.${part}`])
      expect(new Set(texts).size).toBe(texts.length)
      expect(texts).not.toContain(undefined)
    }
  })
})
