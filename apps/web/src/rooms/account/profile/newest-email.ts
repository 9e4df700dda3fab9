import type { Profile } from '@connect/contract/rooms/account-profile'

/** The address that the person gave last, whether or not it waits for its confirmation. */
export function newestEmail({ email, pendingEmail }: Profile): string | null {
  return pendingEmail?.email ?? email
}
