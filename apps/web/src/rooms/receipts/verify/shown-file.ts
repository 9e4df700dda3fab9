import type { Verification } from '@connect/contract/rooms/receipts'
import type { Answer } from '../../../lib/api.ts'
import { verifyFile } from '../receipts.queries.ts'

/** In bytes: what the service takes, which is more than the largest receipt there can be. */
const largest = 1024 * 1024

/** What the service says of every larger file. */
const tooLarge: Verification = { result: 'not_a_receipt', genuine: false, facts: null }

/** Has the service judge a file. What it is, its first bytes say: names and types of phones go wrong. */
export async function judgeFile(file: File): Promise<Answer<Verification>> {
  if (file.size > largest) return { data: tooLarge }
  const isPdf = (await file.slice(0, 5).text()) === '%PDF-'
  return verifyFile(file, isPdf ? 'application/pdf' : 'application/json')
}
