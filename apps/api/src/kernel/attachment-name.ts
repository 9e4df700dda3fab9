/** What a quoted name cannot hold everywhere; whoever knows the longer form does not read this one. */
const unsafe = /[^\x20-\x7e]|["\\%]/gu

/** `Content-Disposition` of a file that is saved and not shown, under a name in any letters (RFC 6266, RFC 8187). */
export function attachmentNamed(fileName: string): string {
  const name = fileName.toWellFormed()
  const plain = name.replaceAll(unsafe, '_')
  if (plain === name) return `attachment; filename="${plain}"`
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
