import { useSyncExternalStore } from 'react'
import { onForgetDrafts, onLosingDrafts } from '../drafts.ts'
import { refreshSession } from '../session.ts'
import { onSignedIn } from '../signed-in.ts'
import { mayStillArrive, missingFiles, type MissingFiles } from './missing-files.ts'
import { keepPlaces } from './place-keeper.ts'
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

keepPlaces(filesOnTheWay)

onForgetDrafts(() => {
  filesOnTheWay.forget()
})

onLosingDrafts(isSomeMissing)

// The session may have ended while they were being sent, and may go on on whichever page.
onSignedIn(() => {
  filesOnTheWay.resume()
})

if (typeof addEventListener === 'function') {
  addEventListener('online', () => {
    filesOnTheWay.resume()
  })
  // A page that is closed takes along what it has not sent.
  addEventListener('beforeunload', (event) => {
    if (isSomeMissing()) event.preventDefault()
  })
}

/** Whether leaving the page would lose a file. */
function isSomeMissing(): boolean {
  return filesOnTheWay.all().some(mayStillArrive)
}

/** The files on their way to a place. */
export function useUploads({ owner, part }: PlaceName): readonly Upload[] {
  const uploads = useSyncExternalStore(filesOnTheWay.subscribe, filesOnTheWay.all)
  return uploads.filter((upload) => upload.owner === owner && upload.part === part)
}

/** How many files of a report or form, or of one part of it, have not arrived yet. */
export function useMissingFiles(owner: string, part?: string): MissingFiles {
  return missingFiles(useSyncExternalStore(filesOnTheWay.subscribe, filesOnTheWay.all), owner, part)
}
