import { ownPagesCopy } from '../../../lib/own-pages/own-pages-copy.ts'
import { paths } from '../../../lib/paths.ts'
import { problemCopy } from '../../../lib/problem-copy.ts'
import type { RoomRoute } from '../../../lib/room-route.ts'
import { messagesCopy } from './messages-copy.ts'

/** What the portal tells the owner of an account. */
export const messagesRoutes: readonly RoomRoute[] = [
  {
    path: paths.messages,
    help: 'messages',
    copy: [messagesCopy, ownPagesCopy, problemCopy],
    page: async () => (await import('./messages-page.tsx')).MessagesPage,
  },
]
