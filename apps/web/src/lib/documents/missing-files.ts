import type { Upload } from './uploads.ts'

/** How many files were chosen and have not arrived: what is submitted now goes without them. */
export interface MissingFiles {
  /** These come by themselves. */
  readonly onTheWay: number
  /** These come only when somebody sends them again. */
  readonly stopped: number
}

/** Counts those of a report or form, or of one part of it. */
export function missingFiles(uploads: readonly Upload[], owner: string, part?: string): MissingFiles {
  const here = uploads.filter((upload) => upload.owner === owner && (part ?? upload.part) === upload.part)
  const stopped = here.filter(({ state }) => state === 'failed').length
  return { onTheWay: here.length - stopped, stopped }
}

/** Whether a file would be lost that the service might still take: not one that it has refused for good. */
export function mayStillArrive({ state, refusal }: Upload): boolean {
  if (state !== 'failed' || refusal === undefined) return true
  const { status } = refusal
  return status < 400 || status >= 500 || [401, 408, 429].includes(status)
}
