/** Results of some lines in a row, as they are sent. */
interface ResultBatch {
  readonly firstLine: number
  readonly results: string
}

/** How far an import came, for whoever sends its results on. */
export interface ImportProgress {
  /** Results of further lines are stored. */
  add(batch: ResultBatch, lines: number): void
  /** No more will come: all is done, or it failed. */
  end(error?: Error): void
  /** Results in the order of their lines, from the first on, as fast as somebody reads them; throws what ended it. */
  results(): AsyncGenerator<string>
}

/**
 * Results wait in the database, not here, so that an import runs on although nobody reads: some clients send all before
 * they look at the first result. The newest batch alone is kept at hand, for those who read along.
 */
export function createImportProgress(
  linesDone: number,
  findBatch: (firstLine: number) => Promise<string>,
): ImportProgress {
  let done = linesDone
  let newest: ResultBatch | null = null
  let ended: { readonly error: Error | undefined } | null = null
  let change = Promise.withResolvers<undefined>()

  function tell(): void {
    change.resolve(undefined)
    change = Promise.withResolvers()
  }

  return {
    add(batch, lines) {
      newest = batch
      done += lines
      tell()
    },
    end(error) {
      ended = { error }
      tell()
    },
    async *results() {
      for (let next = 1; ;) {
        if (next <= done) {
          const batch: string = newest?.firstLine === next ? newest.results : await findBatch(next)
          yield batch
          next += countLines(batch)
        } else if (ended === null) {
          await change.promise
        } else {
          if (ended.error !== undefined) throw ended.error
          return
        }
      }
    },
  }
}

function countLines(results: string): number {
  return results.split('\n').length - 1
}
