import { attachmentNamed } from './attachment-name.ts'

/** What somebody else wrote is saved as a file, and never a page of ours. */
export function fileHeaders(fileName: string) {
  return {
    'content-disposition': attachmentNamed(fileName),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  }
}

/** The same of a file that is sent piece by piece: whoever saves it can tell that all of it has come (RFC 9530). */
export function wholeFileHeaders({ fileName, bytes, sha256 }: WholeFile) {
  return {
    ...fileHeaders(fileName),
    'content-length': bytes,
    ...(sha256 && { 'repr-digest': `sha-256=:${Buffer.from(sha256).toString('base64')}:` }),
  }
}

interface WholeFile {
  readonly fileName: string
  readonly bytes: number
  readonly sha256: Uint8Array | null
}
