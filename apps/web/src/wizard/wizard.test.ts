import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import type { Flow } from '@connect/contract/flows/flow'
import { forgetDrafts } from '../lib/drafts.ts'
import { createDraftStore } from './draft-store.ts'
import {
  asksSecretsAgain,
  createWizard,
  destinationAfter,
  detourFrom,
  pathBack,
  shareOut,
  stepNamed,
} from './wizard.ts'

interface Draft {
  readonly name?: string
  readonly key?: string
  readonly secret?: string
  readonly color?: string
}
type Name = 'who' | 'lock' | 'color'

const filled = z.prefault(z.string().check(z.minLength(1)), '')
const flow: Flow<Draft, Name> = {
  name: 'test',
  steps: [
    { name: 'who', path: 'who', fields: ['name'], schema: z.object({ name: filled }) },
    {
      name: 'lock',
      path: 'lock',
      fields: ['key', 'secret'],
      schema: z.object({ key: filled, secret: filled }),
    },
    { name: 'color', path: 'color', fields: ['color'], schema: z.object({ color: filled }) },
  ],
  review: { path: 'review' },
  secrets: ['/secret'],
}

const readDraft = (value: unknown): Draft => (typeof value === 'object' && value !== null ? value : {})
const complete: Draft = { name: 'Ana', key: 'brass', secret: 'owl', color: 'blue' }

/** The storage of one tab. */
function tabStorage(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  }
}

let storage = tabStorage()
beforeEach(() => {
  storage = tabStorage()
  vi.stubGlobal('sessionStorage', storage)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** A wizard as the page sees it after it was loaded. */
function wizardAfterLoading(draft?: Draft) {
  const wizard = {
    ...createWizard({ flow, basePath: '/x', readDraft }),
    drafts: createDraftStore(flow, readDraft, () => storage),
  }
  if (draft) wizard.drafts.set(draft)
  return wizard
}

describe('the draft of a wizard', () => {
  it('outlives a reload without its secrets', () => {
    wizardAfterLoading(complete)
    expect(wizardAfterLoading().drafts.get()).toEqual({ name: 'Ana', key: 'brass', color: 'blue' })
  })

  it('never puts a secret in the storage of the browser', () => {
    wizardAfterLoading(complete)
    expect(storage.getItem('connect.draft.test')).not.toContain('owl')
  })

  it('leaves nothing behind when it is cleared', () => {
    const { drafts } = wizardAfterLoading(complete)
    drafts.clear()
    expect([drafts.get(), storage.length]).toEqual([{}, 0])
  })

  it('goes, with all that the room keeps beside it, when whoever typed it signs out', () => {
    let forgotten = 0
    const wizard = createWizard({ flow, basePath: '/x', readDraft, forget: () => (forgotten += 1) })
    wizard.drafts.set(complete)
    wizard.found.set('color', [])
    forgetDrafts()
    expect([wizard.drafts.get(), wizard.found.size, forgotten]).toEqual([{}, 0, 1])
  })

  it('works where the browser refuses storage', () => {
    const drafts = createDraftStore(flow, readDraft, () => {
      throw new Error('refused')
    })
    drafts.set(complete)
    expect(drafts.get()).toEqual(complete)
  })

  it('begins anew when what is stored cannot be read', () => {
    storage.setItem('connect.draft.test', '{"name":')
    expect(wizardAfterLoading().drafts.get()).toEqual({})
  })
})

describe('the way through a wizard', () => {
  it('leads from step to step and then to the review', () => {
    const wizard = wizardAfterLoading(complete)
    expect(destinationAfter(wizard, 'who', {}).path).toBe('/x/lock')
    expect(destinationAfter(wizard, 'color', {}).path).toBe('/x/review')
  })

  it('leads back to the review from a step that was opened there', () => {
    const wizard = wizardAfterLoading(complete)
    expect(destinationAfter(wizard, 'who', { fromReview: true })).toEqual({ path: '/x/review', state: {} })
    expect(pathBack(wizard, 'lock', { fromReview: true })).toBe('/x/review')
  })

  it('leads first to a later answer that a change has made wrong, and tells what is wrong with it', () => {
    const wizard = wizardAfterLoading({ ...complete, color: '' })
    const destination = destinationAfter(wizard, 'who', { fromReview: true })
    expect(destination).toEqual({ path: '/x/color', state: { fromReview: true } })
    expect(wizard.found.get('color')).toMatchObject([{ pointer: '/color' }])
  })

  it('leads back a step at a time, and out of the first one not at all', () => {
    const wizard = wizardAfterLoading(complete)
    expect([undefined, 'color', 'lock', 'who'].map((name) => pathBack(wizard, name as Name, {}))).toEqual([
      '/x/color',
      '/x/lock',
      '/x/who',
      null,
    ])
  })

  it('sends a deep link to the first step that is not answered', () => {
    const wizard = wizardAfterLoading({ name: 'Ana' })
    expect(detourFrom(wizard, 'color')).toEqual({ path: '/x/lock', state: { detour: 'skipped' } })
    expect(detourFrom(wizard, undefined)?.path).toBe('/x/lock')
    expect(detourFrom(wizard, 'lock')).toBeNull()
  })

  it('lets a complete draft open every page', () => {
    const wizard = wizardAfterLoading(complete)
    expect([detourFrom(wizard, 'color'), detourFrom(wizard, undefined)]).toEqual([null, null])
  })
})

describe('issues that the server found', () => {
  it('go to the steps that ask for those fields, the earliest first', () => {
    const wizard = wizardAfterLoading(complete)
    const issues = [
      { pointer: '/color', code: 'field.required' },
      { pointer: '/name', code: 'name.characters' },
    ]
    expect(shareOut(wizard, issues)).toEqual({ path: '/x/who', state: { fromReview: true } })
    expect(wizard.found.get('color')).toEqual([issues[0]])
  })

  it('are mended step by step before the review', () => {
    const wizard = wizardAfterLoading(complete)
    const issues = ['/color', '/name'].map((pointer) => ({ pointer, code: 'field.required' }))
    shareOut(wizard, issues)
    wizard.found.delete('who')
    expect(destinationAfter(wizard, 'who', { fromReview: true }).path).toBe('/x/color')
  })

  it('lead nowhere when no step asks for them', () => {
    expect(shareOut(wizardAfterLoading(complete), [{ pointer: '/locale', code: 'field.unknown' }])).toBeNull()
  })
})

describe('secrets after a reload', () => {
  const lock = stepNamed(flow, 'lock')

  it('are asked again, and the reload is given as the reason', () => {
    wizardAfterLoading(complete)
    const wizard = wizardAfterLoading()
    expect(asksSecretsAgain(wizard, lock)).toBe(true)
    expect(detourFrom(wizard, 'color')).toEqual({ path: '/x/lock', state: { detour: 'secrets' } })
  })

  it('are no reason while nothing was reloaded, nor where the step was not answered before', () => {
    expect(asksSecretsAgain(wizardAfterLoading({ name: 'Ana', key: 'brass' }), lock)).toBe(false)
    wizardAfterLoading({ name: 'Ana' })
    expect(asksSecretsAgain(wizardAfterLoading(), lock)).toBe(false)
  })
})
