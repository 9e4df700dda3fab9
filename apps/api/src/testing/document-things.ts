import { aQuickOwner } from './quick-owner.ts'
import type { MakeThing } from './thing.ts'
import { anUploadedDocument, markReady } from './upload.ts'

const ownDocument: MakeThing = async (api) => {
  const { browser } = await aQuickOwner(api)
  const { id } = await anUploadedDocument(api, browser)
  await markReady(api, id)
  return { ids: { id }, owner: browser.send }
}

/** What belongs to somebody in the room `documents`, by operation. */
export const documentThings = {
  getDocument: ownDocument,
  openDocument: ownDocument,
  deleteDocument: ownDocument,
} satisfies Record<string, MakeThing>
