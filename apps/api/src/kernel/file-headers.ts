import { attachmentNamed } from './attachment-name.ts'

/** What somebody else wrote is saved as a file, and never a page of ours. */
export function fileHeaders(fileName: string) {
  return {
    'content-disposition': attachmentNamed(fileName),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  }
}
