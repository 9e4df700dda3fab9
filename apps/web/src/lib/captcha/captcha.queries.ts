import type { CaptchaAction, CaptchaChallenge } from '@connect/contract/rooms/captcha'
import { answerOf, api, withinReason } from '../api.ts'

/** Gets a challenge for an action; throws when none came. */
export async function fetchChallenge(action: CaptchaAction): Promise<CaptchaChallenge> {
  const answer = await answerOf(
    api.GET('/api/v1/captcha/challenge', {
      params: { query: { action } },
      cache: 'no-store',
      signal: withinReason(),
    }),
  )
  if (answer.refusal) throw new Error(`No challenge came: ${answer.refusal.code}`)
  return answer.data
}
