import { inflateSync } from 'node:zlib'

/** Names of a PDF's dictionaries that stand for something that acts by itself, or is another file inside. */
const activeName =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoTo[ER]|Rendition|XFA)(?![A-Za-z0-9])/

/** What a reader does by itself when it opens a PDF, or the object that says so. */
const openAction = /\/OpenAction\s*(?:<<((?:(?!>>)[^])*)|(\d+)\s+\d+\s+R)/g

/** An object that stands by itself: its number and what is in it. */
const plainObject = /(?<!\d)(\d+)\s+\d+\s+obj((?:(?!endobj)[^])*)/g

/** A PDF has one, and one more each time that it was changed. */
const mostOpenActions = 50

/** A link that is opened. */
const followed = /\/URI(?![A-Za-z0-9])/

/** Bytes of one container of objects once it is open; one that is larger counts as active, since nobody looked. */
const largestContainer = 16 * 1024 * 1024

/** Of all of them. */
const largestSum = 64 * 1024 * 1024

/** How far before its bytes the dictionary of a stream may begin, in bytes. */
const longestDictionary = 4_096

/**
 * Whether a PDF names anything active, in its plain objects or in compressed containers of them (ISO 32000-2, 7.5.7). A
 * container that does not open by itself counts as active, unless the PDF may be encrypted: then only a reader opens it.
 */
export function namesActiveContent(bytes: Buffer): boolean {
  const text = bytes.toString('latin1')
  if (isActive(plain(text))) return true
  const mayBeEncrypted = text.includes('/Encrypt')
  let sum = 0
  for (const container of containers(text, bytes)) {
    if (container === null && mayBeEncrypted) continue
    if (container === null) return true
    sum += container.length
    if (sum > largestSum || isActive(plain(container.toString('latin1')))) return true
  }
  return false
}

/** A link waits for a click, unless the PDF itself opens it. */
function isActive(text: string): boolean {
  if (activeName.test(text)) return true
  const actions = [...text.matchAll(openAction)]
  if (actions.length > mostOpenActions) return true
  return actions.some(([, action, object = '']) => followed.test(action ?? objectIn(text, object)))
}

function objectIn(text: string, number: string): string {
  for (const [, found, content = ''] of text.matchAll(plainObject)) if (found === number) return content
  return ''
}

/** `/J#61vaScript` is a way of writing `/JavaScript`. */
function plain(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_escape, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
}

/** Containers of objects, opened; null for one that does not open. */
function* containers(text: string, bytes: Buffer): Generator<Buffer | null> {
  const start = /stream\r?\n/g
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const before = text.slice(Math.max(0, found.index - longestDictionary), found.index)
    const dictionary = plain(before.slice(before.lastIndexOf(' obj') + 1))
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(dictionary)) continue
    const content = bytes.subarray(found.index + found[0].length)
    const isPlain = !dictionary.includes('/Filter')
    // All that follows a plain one was looked at already.
    if (!isPlain) yield inflated(content)
  }
}

function inflated(content: Buffer): Buffer | null {
  try {
    return inflateSync(content, { maxOutputLength: largestContainer })
  } catch {
    return null
  }
}
