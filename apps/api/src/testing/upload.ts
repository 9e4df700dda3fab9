import { randomBytes, randomUUID } from 'node:crypto'
import type { Document } from '@connect/contract/rooms/documents'
import type { LightMyRequestResponse } from 'fastify'
import type { SignedInBrowser } from './signed-in.ts'
import type { TestApp } from './test-app.ts'

/** One part of a form: a field, or a file where it has a name. */
export interface FormPart {
  readonly name: string
  readonly fileName?: string
  readonly content: string | Uint8Array
}

/** Bytes that begin and end as those of a PDF do; nobody could read it. */
export function aPdfLike(bytes = 1000): Buffer {
  const [start, end] = [Buffer.from('%PDF-1.7\n'), Buffer.from('\n%%EOF\n')]
  return Buffer.concat([start, randomBytes(Math.max(0, bytes - start.length - end.length)), end])
}

/** A form as browsers write it. */
export function formOf(
  parts: readonly FormPart[],
  boundary = `----${randomUUID()}`,
): { readonly type: string; readonly body: Buffer } {
  const written = parts.flatMap(({ name, fileName, content }) => {
    const file =
      fileName === undefined
        ? ''
        : `; filename="${fileName.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}"`
    const type = fileName === undefined ? '' : 'content-type: application/octet-stream\r\n'
    return [
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n${type}\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]
  })
  const body = Buffer.concat([...written, Buffer.from(`--${boundary}--\r\n`)])
  return { type: `multipart/form-data; boundary=${boundary}`, body }
}

export interface Upload {
  readonly content?: Uint8Array
  readonly fileName?: string
  readonly kind?: string
}

/** The usual form: what it proves, then the file. */
export function uploadForm({ content = aPdfLike(), fileName = 'proof.pdf', kind = 'other' }: Upload = {}) {
  return formOf([
    { name: 'kind', content: kind },
    { name: 'file', fileName, content },
  ])
}

/** Sends a form as our own pages do; of another instance where one is given. */
export async function sendForm(
  instance: TestApp,
  { cookie, address }: Pick<SignedInBrowser, 'cookie' | 'address'>,
  { type, body }: ReturnType<typeof formOf>,
  headers: Readonly<Record<string, string>> = { 'idempotency-key': randomUUID() },
): Promise<LightMyRequestResponse> {
  return instance.app.inject({
    method: 'POST',
    url: '/api/v1/documents',
    headers: {
      cookie,
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': address,
      'content-type': type,
      ...headers,
    },
    payload: body,
  })
}

/** A file that was received. Throws when it was not. */
export async function anUploadedDocument(
  api: TestApp,
  browser: SignedInBrowser,
  upload: Upload = {},
): Promise<Document> {
  const response = await sendForm(api, browser, uploadForm(upload))
  if (response.statusCode !== 201) throw new Error(`no document: ${response.body}`)
  return response.json<Document>()
}

/** Says that a file was checked and found good, as it is. */
export async function markReady({ deps }: TestApp, id: string): Promise<void> {
  await deps.commit((tx) => tx.document.update({ where: { id }, data: { state: 'ready' } }))
}
