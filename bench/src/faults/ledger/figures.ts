import { atLeast, atMost, never, type Figure } from '../../figure.ts'
import type { Judgement } from './judgement.ts'
import type { Told } from './reporter.ts'

/** What people were told, and what came of what was acknowledged. */
export function figuresOf(
  name: string,
  told: Told,
  { lost, doubled, damaged, reports, documents }: Judgement,
): Figure[] {
  console.log(
    `${told.waits.length} answers, ${told.cutOff} requests cut off, ${told.comeBack} told to come back. ` +
      `Acknowledged: ${documents} files, ${reports} reports.`,
  )
  return [
    never(`${name}: answers but the right one, or come back later`, told.wrong),
    atMost(`${name}: longest wait for an answer`, Math.max(0, ...told.waits) / 1000, 5, 's'),
    atLeast(`${name}: reports that were acknowledged`, reports, 1),
    atLeast(`${name}: files that were acknowledged`, documents, 1),
    never(`${name}: acknowledged and lost`, lost),
    never(`${name}: done twice`, doubled),
    never(`${name}: damaged`, damaged),
  ]
}
