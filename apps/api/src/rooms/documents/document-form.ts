import { once } from 'node:events'
import { finished } from 'node:stream'
import type { Readable } from 'node:stream'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { Problem } from '../../kernel/problem.ts'

/** A file as it arrives. Whoever takes it reads it to its end, or throws. */
export interface ArrivingFile {
  readonly name: string
  readonly content: AsyncIterable<Buffer>
}

/** What a form held beside its file. */
export interface ReadForm<Taken> {
  /** What was made of the file; undefined when there was none. */
  readonly taken: Taken | undefined
  readonly fields: Readonly<Record<string, string>>
  /** What is wrong with its parts as such. */
  readonly issues: readonly RequestIssue[]
}

/** Of what is no file: more than that is nothing that we ask for. */
const limits = { fields: 10, files: 2, parts: 12, fieldSize: 256, headerPairs: 20, headerSize: 8 * 1024 }

/**
 * Reads a form with one file in it as it comes, no faster than the file is taken. Throws `request.not_multipart` for what
 * is none or is cut off, and what `take` throws; what is left of the body is then read and thrown away, so that whoever
 * still sends can hear the answer.
 */
export async function readForm<Taken>(
  body: Readable,
  contentType: string,
  take: (file: ArrivingFile) => Promise<Taken>,
): Promise<ReadForm<Taken>> {
  const parser = parserFor(contentType)
  const issues: RequestIssue[] = []
  const fields = new Map<string, string>()
  const files: BusboyFileStream[] = []
  const failed = Promise.withResolvers<never>()
  let taking: Promise<Taken> | undefined

  parser.on('file', (name, content, fileName) => {
    // An error of the parser is one of the file in it too.
    content.on('error', () => undefined)
    files.push(content)
    if (name === 'file' && taking === undefined) {
      taking = take({ name: typeof fileName === 'string' ? fileName : '', content })
      taking.catch(failed.reject)
      return
    }
    issues.push(name === 'file' ? twice('/file') : unknown(name))
    content.resume()
  })
  parser.on('field', (name, value, _nameTruncated, isCut) => {
    if (fields.has(name)) issues.push(twice(`/${name}`))
    else if (isCut)
      issues.push({ pointer: `/${name}`, code: 'text.too_big', params: { max: limits.fieldSize } })
    else fields.set(name, value)
  })
  for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
    parser.on(event, () => issues.push(unknown('')))
  parser.on('error', (error) => {
    failed.reject(notMultipart(error))
  })
  const stopWatching = finished(body, { writable: false }, (error) => {
    if (error) failed.reject(notMultipart(error))
  })
  try {
    const end = once(parser, 'finish')
    end.catch(() => undefined)
    failed.promise.catch(() => undefined)
    body.pipe(parser)
    await Promise.race([end, failed.promise])
    return { taken: await taking, fields: Object.fromEntries(fields), issues }
  } catch (error) {
    body.unpipe(parser)
    body.resume()
    for (const file of files) file.destroy(notMultipart(error))
    // Nobody writes any more once this is over.
    await taking?.catch(() => undefined)
    throw error
  } finally {
    stopWatching()
  }
}

function parserFor(contentType: string): BusboyInstance {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits, preservePath: true })
  } catch (error) {
    throw notMultipart(error)
  }
}

function notMultipart(cause: unknown): Problem {
  return new Problem('request.not_multipart', { cause })
}

function twice(pointer: string): RequestIssue {
  return { pointer, code: 'list.too_big', params: { max: 1 } }
}

/** Under a name that could be one of ours; others are not repeated. */
function unknown(name: string | undefined): RequestIssue {
  return {
    pointer: name !== undefined && /^[A-Za-z]{1,20}$/.test(name) ? `/${name}` : '',
    code: 'field.unknown',
  }
}
