/** Where a second type would have to begin to be taken for the first by some programs, in bytes. */
const head = 1024

/** What begins other files that programs look for beyond the first byte. */
const beginnings: readonly RegExp[] = [
  /<(?:!doctype|html|head|body|script|iframe|svg|\?php)\b/i,
  /PK\x03\x04/,
  /Rar!\x1A\x07/,
  /7z\xBC\xAF\x27\x1C/,
  /\x7FELF/,
]

/**
 * Whether a file could be taken for one of a second type: a picture or a PDF that also is a page, an archive or a program.
 * A PDF counts as a second type in a picture.
 */
export function hasSecondType(bytes: Buffer): boolean {
  const text = bytes.subarray(0, head).toString('latin1')
  return beginnings.some((beginning) => beginning.test(text)) || text.lastIndexOf('%PDF-') > 0
}
