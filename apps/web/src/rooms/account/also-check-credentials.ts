import { checkUserId, checkUserIdAgainstNames, foldUserId } from '@connect/contract/credentials/user-id'
import type { SignupDraft } from '@connect/contract/flows/signup'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { wellKnownIssues } from '../../lib/new-password/further-issues.ts'
import { askAboutUserId } from './account.queries.ts'
import { takenUserIds } from './signup.ts'

/** How long, in milliseconds, somebody who goes on waits for the answer about the user ID. */
const patience = 3000

/** The rules of the credentials that are not in the flow: one brings a long list, the other is the server's to say. */
export async function alsoCheckCredentials(draft: SignupDraft): Promise<readonly RequestIssue[]> {
  const { userId = '', password = '', firstName = '', lastName = '' } = draft
  const names = { firstName, lastName }
  const isSound = [...checkUserId(userId), ...checkUserIdAgainstNames(userId, names)].length === 0
  const [isTaken, ofPassword] = await Promise.all([
    isSound && isUserIdTaken(userId, names),
    wellKnownIssues(password),
  ])
  return [...(isTaken ? [{ pointer: '/userId', code: 'user_id.taken' }] : []), ...ofPassword]
}

/** Whether the server is known to refuse a user ID. A slow or lost answer holds nobody up: the submission decides. */
async function isUserIdTaken(
  userId: string,
  names: { firstName: string; lastName: string },
): Promise<boolean> {
  if (takenUserIds.has(foldUserId(userId))) return true
  const tooLong = new Promise<undefined>((resolve) => {
    setTimeout(resolve, patience)
  })
  const answer = await Promise.race([askAboutUserId({ userId, ...names }), tooLong])
  return answer?.kind === 'taken'
}
