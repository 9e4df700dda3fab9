import { foldUserId } from '@connect/contract/credentials/user-id'
import { isDecided, isUntouched, type Reply } from './reply.ts'

/** Remembers for which user IDs a request went out that may have created the account without our hearing of it. */
export function createDoubts() {
  /** The key of the first request in doubt, by user ID. */
  const doubts = new Map<string, string>()
  return {
    /** A request goes out; what it gives back is told the reply. */
    begin(typed: string, key: string): (reply: Reply) => void {
      const userId = foldUserId(typed)
      const earlier = doubts.get(userId)
      doubts.set(userId, earlier ?? key)
      return (reply) => {
        if (reply.kind === 'created') doubts.clear()
        else if (isUntouched(reply) ? earlier === undefined : isDecided(reply) && doubts.get(userId) === key)
          doubts.delete(userId)
      }
    },
    isAny: () => doubts.size > 0,
    isAbout: (userId: string) => doubts.has(foldUserId(userId)),
    clear: () => {
      doubts.clear()
    },
  }
}
