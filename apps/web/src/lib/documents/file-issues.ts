import { documentLimits } from '@connect/contract/rooms/documents'

/** What the browser's window for choosing files offers. Naming HEIC keeps an iPhone from making JPEGs of its photos. */
export const acceptedFiles =
  '.pdf,.jpg,.jpeg,.png,.heic,.heif,application/pdf,image/jpeg,image/png,image/heic'

const extensions = /\.(?:pdf|jpe?g|png|hei[cf])$/i
const mediaTypes = /^(?:application\/pdf|image\/(?:jpeg|png|hei[cf]))$/

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
  // Photos of some cameras come without an ending, HEIC from some systems without a type.
  return extensions.test(name) || mediaTypes.test(type) ? undefined : 'wrong_type'
}
