import { paths } from '../../lib/paths.ts'
import { problemCopy } from '../../lib/problem-copy.ts'
import type { RoomRoute } from '../../lib/room-route.ts'
import { outboxCopy } from './outbox-copy.ts'

/** What a demonstration would have sent by e-mail. */
export const outboxRoutes: readonly RoomRoute[] = [
  {
    path: paths.outbox,
    help: 'outbox',
    copy: [outboxCopy, problemCopy],
    page: async () => (await import('./outbox-page.tsx')).OutboxPage,
  },
]
