import type * as z from 'zod/mini'
import type { announcementsResponse } from '@connect/contract/rooms/content'
import { api } from './api.ts'

export type Announcement = z.infer<typeof announcementsResponse>['items'][number]

let known: readonly Announcement[] = []

/**
 * Asks what the agency wants everybody to know now. Never fails: without an answer there is nothing to announce, and
 * the next load of the portal asks again.
 */
export async function fetchAnnouncements(): Promise<void> {
  try {
    const { data } = await api.GET('/api/v1/announcements')
    if (data) known = data.items
  } catch {
    // Offline: the page says so already.
  }
}

/** What is announced, as far as it has arrived. */
export function knownAnnouncements(): readonly Announcement[] {
  return known
}
