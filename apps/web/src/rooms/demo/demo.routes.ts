import { ownPagesCopy } from '../../lib/own-pages/own-pages-copy.ts'
import { paths } from '../../lib/paths.ts'
import { problemCopy } from '../../lib/problem-copy.ts'
import type { RoomRoute } from '../../lib/room-route.ts'
import { demoCopy } from './demo-copy.ts'

/** Whom a demonstration lets one try. */
export const demoRoutes: readonly RoomRoute[] = [
  {
    path: paths.demo,
    help: 'demo',
    copy: [demoCopy, ownPagesCopy, problemCopy],
    page: async () => (await import('./demo-page.tsx')).DemoPage,
  },
]
