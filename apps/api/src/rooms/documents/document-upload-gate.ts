import { documentLimits } from '@connect/contract/rooms/documents'
import { busy } from '../../kernel/problem.ts'

/** Uploads of one process at once: each keeps some pieces in memory, however slowly it comes. */
const most = { inAll: 200, ofAccount: documentLimits.each } as const

/** Seconds after which a place may be free. */
const comeBackAfter = 10

/** How many uploads a process takes at once, and how many of them from one account. */
export function createUploadGate() {
  const running = new Map<string, number>()
  let inAll = 0
  return {
    /** Lets an upload in; answers how it leaves. Throws `server.busy` when there are enough. */
    enter(accountId: string): () => void {
      const ofAccount = running.get(accountId) ?? 0
      if (inAll >= most.inAll || ofAccount >= most.ofAccount) throw busy(comeBackAfter)
      inAll += 1
      running.set(accountId, ofAccount + 1)
      return () => {
        inAll -= 1
        const left = (running.get(accountId) ?? 1) - 1
        if (left > 0) running.set(accountId, left)
        else running.delete(accountId)
      }
    },
  }
}
