import { mkdtemp, readdir, rm } from 'node:fs/promises'
import type * as FilePromises from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { newKeyEntries } from './key-ring.ts'
import { createKeysFile, extendKeysFile, readKeysFile } from './keys-file.ts'

/** What was put on the disk for good, in its order. */
const steps = vi.hoisted((): string[] => [])
const faults = vi.hoisted(() => ({ rename: false }))

vi.mock('node:fs/promises', async (importOriginal) => {
  const files = await importOriginal<typeof FilePromises>()
  return {
    ...files,
    open: async (...rest: Parameters<typeof files.open>) => {
      const handle = await files.open(...rest)
      const sync = handle.sync.bind(handle)
      handle.sync = () => {
        steps.push(String(rest[0]))
        return sync()
      }
      return handle
    },
    link: async (from: string, to: string) => {
      await files.link(from, to)
      steps.push(`link ${to}`)
    },
    rename: async (from: string, to: string) => {
      if (faults.rename) throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
      await files.rename(from, to)
      steps.push(`rename ${to}`)
    },
  }
})

test('a new keys file is on the disk before it has its name, and then so are its name and its folders', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'connect-keys-file-'))
  const file = path.join(home, 'made', 'deeper', 'keys.json')
  await createKeysFile(file)
  expect(steps).toEqual([
    expect.stringMatching(/keys\.json\.[0-9a-f]+\.draft$/),
    `link ${file}`,
    path.join(home, 'made', 'deeper'),
    path.join(home, 'made'),
    home,
  ])

  steps.length = 0
  const second = path.join(home, 'second.json')
  await createKeysFile(second)
  expect(steps.slice(1)).toEqual([`link ${second}`, home])
  await rm(home, { recursive: true })
})

test('an extended keys file is on the disk before it takes the place of the old one, which stays when it cannot', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'connect-keys-file-'))
  const file = path.join(home, 'keys.json')
  const held = await createKeysFile(file)
  const added = newKeyEntries(['receipt-signing']).map((entry) => ({ ...entry, version: 2 }))

  faults.rename = true
  await expect(extendKeysFile(file, { held, added })).rejects.toThrow(
    `The keys file ${file} lacks "receipt-signing", which cannot be added: ENOSPC`,
  )
  faults.rename = false
  expect(await readKeysFile(file)).toEqual(held)
  expect(await readdir(home)).toEqual(['keys.json'])

  steps.length = 0
  await extendKeysFile(file, { held, added })
  const draft = expect.stringMatching(/keys\.json\.[0-9a-f]+\.draft$/) as string
  expect(steps).toEqual([draft, draft, `rename ${file}`, home])
  expect(await readKeysFile(file)).toEqual([...held, ...added])
  await rm(home, { recursive: true })
})
