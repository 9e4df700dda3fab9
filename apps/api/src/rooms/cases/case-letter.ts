import type { FedNotice } from '@connect/contract/rooms/case-feed'
import { invalidField } from '../../kernel/problem.ts'

/** Where a PDF has its end mark, in bytes from its end (ISO 32000-1, annex H, note to 7.5.5). */
const pdfTail = 1024

/** The bytes of a letter. Throws 422 when they are not of the type that the letter says. */
export function letterOf({ mediaType, contentBase64 }: FedNotice): Buffer<ArrayBuffer> {
  const content = Buffer.from(contentBase64, 'base64')
  const isRight = mediaType === 'application/pdf' ? isPdf(content) : isText(content)
  if (!isRight) throw invalidField('/contentBase64', 'content.type')
  return content
}

function isPdf(content: Buffer): boolean {
  return (
    content.subarray(0, 5).toString('latin1') === '%PDF-' &&
    content.subarray(-pdfTail).includes('%%EOF', 0, 'latin1')
  )
}

/** UTF-8 that people can read: without NUL. */
function isText(content: Buffer): boolean {
  if (content.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content)
    return true
  } catch {
    return false
  }
}
