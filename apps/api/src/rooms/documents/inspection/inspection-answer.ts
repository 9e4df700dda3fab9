import { documentMediaTypes, refusalReasons } from '@connect/contract/rooms/documents'
import * as z from 'zod/mini'

/** Bytes of the largest thing that is made of a picture. */
const largestRendition = 64 * 1024 * 1024

/** Bytes of the line before the renditions. */
const longestHead = 4_096

const renditionHead = z.strictObject({
  rendition: z.enum(['reader', 'page']),
  mediaType: z.enum(documentMediaTypes),
  bytes: z.int().check(z.minimum(1), z.maximum(largestRendition)),
})
export type RenditionHead = z.infer<typeof renditionHead>

const answerHead = z.union([
  z.strictObject({ reason: z.enum(refusalReasons) }),
  z.strictObject({
    reason: z.null(),
    pages: z.nullable(z.int().check(z.minimum(1), z.maximum(2 ** 31 - 1))),
    active: z.boolean(),
    renditions: z.array(renditionHead).check(z.maxLength(2)),
  }),
])

/** What an inspection found; `reason` is null where readers may have the file. */
export type Inspection = z.infer<typeof answerHead>

/** Takes the bytes of each rendition, in order, as they come. */
export type KeepRendition = (head: RenditionHead, content: AsyncIterable<Uint8Array>) => Promise<void>

/** The process ended without an answer: a decoder crashed, or took too much memory or time. */
export class InspectionCrashedError extends Error {
  override readonly name = 'InspectionCrashedError'
}

/**
 * Reads what the process says, which may be anything once a file has got the better of a decoder: nothing is believed that
 * has not this form.
 */
export async function readAnswer(output: AsyncIterable<Buffer>, keep: KeepRendition): Promise<Inspection> {
  const parts = partsOf(output)
  const head = answerHead.safeParse(json(await parts.line()))
  if (!head.success) throw new InspectionCrashedError('The answer is none', { cause: head.error })
  if (head.data.reason === null)
    for (const rendition of head.data.renditions) await keep(rendition, parts.take(rendition.bytes))
  return head.data
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new InspectionCrashedError('The answer is no JSON', { cause: error })
  }
}

/** Lines and stretches of what comes, each taken to its end before the next. */
function partsOf(output: AsyncIterable<Buffer>) {
  const incoming = output[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)

  async function more(): Promise<void> {
    const next = await incoming.next()
    if (next.done === true) throw new InspectionCrashedError('The process ended before its answer did')
    held = Buffer.concat([held, next.value])
  }

  return {
    async line(): Promise<string> {
      while (!held.includes('\n')) {
        if (held.length > longestHead) throw new InspectionCrashedError('The answer has no end')
        await more()
      }
      const end = held.indexOf('\n')
      const text = held.toString('utf8', 0, end)
      held = held.subarray(end + 1)
      return text
    },
    async *take(bytes: number): AsyncGenerator<Buffer> {
      for (let left = bytes; left > 0;) {
        if (held.length === 0) await more()
        const part = held.subarray(0, left)
        held = held.subarray(part.length)
        left -= part.length
        yield part
      }
    },
  }
}
