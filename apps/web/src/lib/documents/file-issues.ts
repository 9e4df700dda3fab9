import { documentEndings, documentLimits, documentMediaTypes } from '@connect/contract/rooms/documents'

/** What the browser's window for choosing files offers. Naming HEIC keeps an iPhone from making JPEGs of its photos. */
export const acceptedFiles =
  '.pdf,.jpg,.jpeg,.png,.heic,.heif,application/pdf,image/jpeg,image/png,image/heic'

const everyEnding = Object.values(documentEndings).flat()

/** Why a file is not even sent. */
export type FileIssue = 'too_large' | 'empty' | 'wrong_type' | 'too_many'

/** A file that was chosen and is not sent. */
export interface RefusedFile {
  readonly name: string
  readonly issue: FileIssue
}

type ChosenFile = Pick<File, 'name' | 'size' | 'type'>

/** Parts the files that may be sent from those that would be refused; `room` is how many there is place for. */
export function sortChosen<Chosen extends ChosenFile>(files: readonly Chosen[], room: number) {
  const taken: Chosen[] = []
  const refused: RefusedFile[] = []
  for (const file of files) {
    const issue = issueOf(file) ?? (taken.length >= room ? 'too_many' : undefined)
    if (issue) refused.push({ name: file.name, issue })
    else taken.push(file)
  }
  return { taken, refused }
}

function issueOf({ name, size, type }: ChosenFile): FileIssue | undefined {
  if (size === 0) return 'empty'
  if (size > documentLimits.bytes) return 'too_large'
  return hasEnding(name) || usualEnding(type) !== undefined ? undefined : 'wrong_type'
}

/**
 * Under which name a file is sent: photos of some cameras come without an ending, HEIC from some systems without a type,
 * and the service wants both to agree.
 */
export function nameToSend({ name, type }: Pick<File, 'name' | 'type'>): string {
  const ending = usualEnding(type)
  return hasEnding(name) || ending === undefined ? name : `${name}.${ending}`
}

function hasEnding(name: string): boolean {
  return everyEnding.some((ending) => name.toLowerCase().endsWith(`.${ending}`))
}

function usualEnding(type: string): string | undefined {
  const known = documentMediaTypes.find((one) => one === (type === 'image/heif' ? 'image/heic' : type))
  return known && documentEndings[known][0]
}
