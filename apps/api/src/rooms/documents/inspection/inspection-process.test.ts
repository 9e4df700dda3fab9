import { readdir, readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { aHeic, aTiledHeic } from '../../../testing/files/heic-file.ts'
import { aLockedPdf, aPdfOf } from '../../../testing/files/pdf-file.ts'
import { aJpeg, aJpegWithPlace, aPng } from '../../../testing/files/picture-file.ts'
import type { DocumentMediaType } from '@connect/contract/rooms/documents'
import { InspectionCrashedError, type Inspection, type RenditionHead } from './inspection-answer.ts'
import { inspectFile, type InspectionLimits } from './inspection-process.ts'

interface Looked {
  readonly found: Inspection
  readonly kept: readonly (RenditionHead & { readonly content: Buffer })[]
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += 100_000) yield bytes.subarray(from, from + 100_000)
}

async function look(mediaType: DocumentMediaType, bytes: Buffer, limits?: InspectionLimits): Promise<Looked> {
  const kept: Looked['kept'][number][] = []
  const found = await inspectFile(
    { mediaType, bytes: inPieces(bytes) },
    async (head, content) => {
      const parts: Uint8Array[] = []
      for await (const part of content) parts.push(part)
      kept.push({ ...head, content: Buffer.concat(parts) })
    },
    limits,
  )
  return { found, kept }
}

/** What of a picture is left to be seen of the camera and the place. */
async function traces(picture: Buffer): Promise<unknown[]> {
  const { exif, xmp, iptc, icc, orientation } = await sharp(picture).metadata()
  return [exif, xmp, iptc, icc, orientation].filter((value) => value !== undefined)
}

/** Processes that one of ours began, in which a file is opened. */
async function childrenOf(id: number): Promise<number[]> {
  const tasks = await readdir(`/proc/${id}/task`)
  const lists = await Promise.all(tasks.map((task) => readFile(`/proc/${id}/task/${task}/children`, 'utf8')))
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number))
}

afterEach(() => {
  vi.useRealTimers()
})

describe('a photo', () => {
  test('is given to readers without the place where it was taken', async () => {
    const photo = await aJpegWithPlace()
    expect(await traces(photo)).not.toEqual([])
    const { found, kept } = await look('image/jpeg', photo)
    expect(found).toMatchObject({ reason: null, pages: null, active: false })
    for (const { content, bytes } of kept) {
      expect(content).toHaveLength(bytes)
      expect(await traces(content)).toEqual([])
    }
    expect(kept.map(({ rendition }) => rendition)).toEqual(['reader', 'page'])
  })

  test('that was taken sideways is upright for readers', async () => {
    const { kept } = await look('image/jpeg', await aJpeg({ width: 120, height: 80, orientation: 6 }))
    expect(await sharp(kept[0]?.content).metadata()).toMatchObject({ width: 80, height: 120 })
  })

  test('of an iPhone becomes a JPEG, upright', async () => {
    const { kept } = await look('image/heic', aHeic({ turns: 1 }))
    const { content } = kept[0] ?? {}
    expect(await sharp(content).metadata()).toMatchObject({ format: 'jpeg', width: 64, height: 64 })
    // As it was coded: yellow, green, red and dark, line by line. A quarter turn to the left brings green to the beginning.
    const { data } = await sharp(content).raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => [...data.subarray((y * 64 + x) * 3, (y * 64 + x) * 3 + 3)]
    const [red = 0, green = 0] = at(8, 8)
    expect(green - red).toBeGreaterThan(100)
  })

  test('of an iPhone that is made of tiles becomes one picture', async () => {
    const { kept } = await look('image/heic', aTiledHeic())
    expect(await sharp(kept[0]?.content).metadata()).toMatchObject({ width: 128, height: 128 })
  })

  test('that is large becomes a page of half a megabyte at most', async () => {
    const { kept } = await look('image/jpeg', await aJpeg({ width: 3_000, height: 2_000, grain: true }))
    const page = kept.find(({ rendition }) => rendition === 'page')
    expect(page?.mediaType).toBe('image/jpeg')
    expect(page?.content.length).toBeLessThanOrEqual(510_000)
  })
})

test('a screenshot stays a PNG', async () => {
  const { kept } = await look('image/png', await aPng())
  expect(await sharp(kept[0]?.content).metadata()).toMatchObject({ format: 'png', width: 120, height: 80 })
})

describe('a PDF', () => {
  test('is given to readers as it came, with its pages counted', async () => {
    expect(await look('application/pdf', aPdfOf())).toEqual({
      found: { reason: null, pages: 1, active: false, renditions: [] },
      kept: [],
    })
  })

  test('that only opens with a password is refused, and one that opens without is not', async () => {
    const locked = await look('application/pdf', await aLockedPdf({ password: 'secret' }))
    expect(locked.found).toEqual({ reason: 'needs_password' })
    const open = await look('application/pdf', await aLockedPdf())
    expect(open.found).toMatchObject({ reason: null, pages: 1 })
  })
})

describe('a process that opens a file', () => {
  test('ends when it takes too long', async () => {
    const photo = await aJpeg()
    await expect(look('image/jpeg', photo, { time: 1, memory: 2_000_000 })).rejects.toThrow(
      InspectionCrashedError,
    )
  })

  test('ends when it takes too much memory', async () => {
    const photo = await aJpeg()
    await expect(look('image/jpeg', photo, { time: 60_000, memory: 300_000 })).rejects.toThrow(
      InspectionCrashedError,
    )
  })

  test('is waited for, and not what reading the file and keeping what was made of it takes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const content = await aJpeg({ width: 3_000, height: 2_000, grain: true })
    async function* slowly(): AsyncGenerator<Buffer> {
      for await (const piece of inPieces(content)) {
        vi.advanceTimersByTime(61_000)
        yield piece
      }
    }
    const kept: number[] = []
    await inspectFile({ mediaType: 'image/jpeg', bytes: slowly() }, async (head, parts) => {
      let bytes = 0
      for await (const part of parts) {
        vi.advanceTimersByTime(61_000)
        bytes += part.length
      }
      kept.push(head.bytes - bytes)
    })
    expect(kept).toEqual([0, 0])
  })

  test('that is told to end says nothing of the file', async () => {
    async function* endless(): AsyncGenerator<Buffer> {
      yield await aJpeg()
      for (const id of await childrenOf(process.pid)) process.kill(id, 'SIGTERM')
    }
    const looking = inspectFile({ mediaType: 'image/jpeg', bytes: endless() }, () => Promise.resolve())
    await expect(looking).rejects.toThrow('told to end')
  })

  test('tells what went wrong with reading the file as it was', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield await aJpeg()
      throw new Error('the database is away')
    }
    await expect(
      inspectFile({ mediaType: 'image/jpeg', bytes: broken() }, () => Promise.resolve()),
    ).rejects.toThrow('the database is away')
  })
})
