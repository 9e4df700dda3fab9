import {
  changeProfileRequest,
  type ChangeProfileRequest,
  type Profile,
} from '@connect/contract/rooms/account-profile'
import { issuesOf } from '@connect/contract/shared/issues'
import { useNavigate } from '../../../lib/navigation/navigation.tsx'
import { paths } from '../../../lib/paths.ts'
import { refreshSession } from '../../../lib/session.ts'
import { useSend, type Sending } from '../../../lib/use-send.ts'
import type { OpenedProfile } from './opened-profile.tsx'
import { changeProfile, fetchProfile } from './profile.queries.ts'
import type { Deed, DoneState } from './success-notice.tsx'

interface ProfileChange {
  readonly sending: Sending
  /** Somebody has changed the profile since this page was opened, which has learned now how it is. */
  readonly isStale: boolean
}

/**
 * Changes the profile that a page was opened with, and leads back to the overview, which tells of it. Where it was
 * changed elsewhere meanwhile nothing is overwritten: the page learns how it is now, and what is typed stays.
 */
export function useProfileChange(
  { version, renew }: OpenedProfile,
  change: () => ChangeProfileRequest,
  deedOf: (changed: Profile) => Deed | Promise<Deed>,
): ProfileChange {
  const navigate = useNavigate()
  const sending = useSend({
    check: () => issuesOf(changeProfileRequest, change()),
    send: async () => {
      const answer = await changeProfile(change(), version)
      if (answer.refusal) {
        const now = answer.refusal.code === 'resource.stale' ? await fetchProfile() : undefined
        if (now && !now.refusal) renew(now.data)
        return answer.refusal
      }
      const state: DoneState = { done: await deedOf(answer.data.profile) }
      // The header tells the name, too.
      await refreshSession()
      navigate(paths.profile.overview, { state })
      return undefined
    },
  })
  return { sending, isStale: sending.failure?.code === 'resource.stale' }
}
