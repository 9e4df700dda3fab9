import { useSyncExternalStore } from 'react'
import { onForgetDrafts } from '../drafts.ts'
import { refreshSession } from '../session.ts'
import { sendDocument } from './send-document.ts'
import { createUploads, type PlaceName, type Upload } from './uploads.ts'

/** The files that this tab is sending. */
export const filesOnTheWay = createUploads({
  send: async (file, watch) => {
    const answer = await sendDocument(file, watch)
    // The page is hidden and one signs in again in its place; the file then goes once more.
    if (answer.refusal?.status === 401) void refreshSession()
    return answer
  },
  newKey: () => crypto.randomUUID(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
})

onForgetDrafts(() => {
  filesOnTheWay.forget()
})

if (typeof addEventListener === 'function')
  addEventListener('online', () => {
    filesOnTheWay.resume()
  })

/** The files on their way to a place. */
export function useUploads({ owner, part }: PlaceName): readonly Upload[] {
  const uploads = useSyncExternalStore(filesOnTheWay.subscribe, filesOnTheWay.all)
  return uploads.filter((upload) => upload.owner === owner && upload.part === part)
}

/** How many files of a report or form have not arrived yet: what is submitted now goes without them. */
export function useFilesOnTheWay(owner: string): number {
  return useSyncExternalStore(
    filesOnTheWay.subscribe,
    () => filesOnTheWay.all().filter((upload) => upload.owner === owner).length,
  )
}
