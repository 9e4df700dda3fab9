import { problems, type ProblemCode } from '@connect/contract/problems'
import type { ProblemDocument } from '@connect/contract/shared/problem'
import { problemPath } from '../../../lib/paths.ts'

const requestId = '0199a3c5-7e21-7b44-9d0e-5b8f6a2c1d33'

/** What a program gets to see when a request ends in this problem. */
export function exampleOf(code: ProblemCode): ProblemDocument {
  const { status, title } = problems[code]
  const document = { type: problemPath(code), title, status, code, instance: requestId }
  if (code !== 'request.invalid') return document
  return {
    ...document,
    errors: [
      { pointer: '/userId', code: 'user_id.contains_name', params: { part: 'garcia' } },
      { pointer: '/agreement/accepted', code: 'agreement.not_accepted' },
    ],
  }
}
