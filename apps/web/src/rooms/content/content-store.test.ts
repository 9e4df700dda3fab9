import { describe, expect, it } from 'vitest'
import { createContentStore } from './content-store.ts'

describe('a document of content', () => {
  it('is loading until its answer is there', async () => {
    const store = createContentStore(() => Promise.resolve('twelve offices'))
    expect(store.state()).toEqual({ kind: 'loading' })
    await store.load()
    expect(store.state()).toEqual({ kind: 'ready', value: 'twelve offices' })
  })

  it.each([
    ['the connection is lost', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the service refuses', () => Promise.resolve(undefined)],
  ])('has failed when %s, and says so until a try brings it', async (_case, failure) => {
    const answers = [failure, () => Promise.resolve('twelve offices')]
    const store = createContentStore<string>(() => answers.shift()?.() ?? Promise.resolve(undefined))
    await store.load()
    expect(store.state()).toEqual({ kind: 'failed' })
    await store.load()
    expect(store.state()).toEqual({ kind: 'ready', value: 'twelve offices' })
  })

  it('stays what it was when a later try fails', async () => {
    const answers = ['twelve offices', undefined]
    const store = createContentStore(() => Promise.resolve(answers.shift()))
    await store.load()
    await store.load()
    expect(store.state()).toEqual({ kind: 'ready', value: 'twelve offices' })
  })

  it('is fetched once by pages that ask at the same time', async () => {
    let fetched = 0
    const store = createContentStore(() => Promise.resolve(++fetched))
    await Promise.all([store.load(), store.load()])
    expect(fetched).toBe(1)
  })

  it('tells its readers of every change until they leave', async () => {
    const store = createContentStore(() => Promise.resolve('twelve offices'))
    const seen: string[] = []
    const leave = store.subscribe(() => seen.push(store.state().kind))
    await store.load()
    leave()
    await store.load()
    expect(seen).toEqual(['ready'])
  })
})
