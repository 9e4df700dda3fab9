import type { Answer, Refusal } from '../api.ts'
import type { DocumentPlace, StoredDocument } from './document-place.ts'
import type { OutgoingFile } from './send-document.ts'

/** Where a file belongs. */
export type PlaceName = Pick<DocumentPlace, 'owner' | 'part'>

/** A file on its way. */
export interface Upload extends PlaceName {
  /** Its Idempotency-Key, too. */
  readonly id: string
  readonly kind: string
  readonly file: File
  /** Counts all that were chosen, from 1. */
  readonly position: number
  readonly state: 'waiting' | 'sending' | 'failed'
  /** How much of it has gone, from 0 to 1. */
  readonly progress: number
  /** Why it did not arrive. */
  readonly refusal: Refusal | undefined
}

interface Surroundings {
  readonly send: (
    file: OutgoingFile,
    watch: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
  ) => Promise<Answer<StoredDocument>>
  readonly newKey: () => string
  readonly wait: (milliseconds: number) => Promise<void>
}

type Receive = (document: StoredDocument) => void

/** How many are sent at once: more would only make each of them slower on a phone. */
const atOnce = 2

/** How many further tries follow by themselves when there was no answer, or none yet. */
const furtherTries = 3

/** The longest pause before such a try, in seconds. */
const longestPause = 15

/**
 * The files on their way, by the place where they belong. They go on while other pages are shown; each is sent again
 * under its own key until it is known what became of it.
 */
export function createUploads({ send, newKey, wait }: Surroundings) {
  let uploads: readonly Upload[] = []
  const running = new Map<string, AbortController>()
  const receivers = new Map<string, Receive>()
  const arrivals = new Map<string, readonly StoredDocument[]>()
  /** By document, in the order in which the files were chosen. */
  const sources = new Map<string, { readonly file: File; readonly position: number }>()
  let added = 0
  const listeners = new Set<() => void>()

  function tell(next: readonly Upload[]): void {
    uploads = next
    for (const listener of listeners) listener()
  }

  function change(id: string, news: Partial<Upload>): void {
    tell(uploads.map((upload) => (upload.id === id ? { ...upload, ...news } : upload)))
  }

  function drop(id: string): void {
    running.get(id)?.abort()
    running.delete(id)
    tell(uploads.filter((upload) => upload.id !== id))
  }

  function sendNext(): void {
    for (const upload of uploads) {
      if (running.size >= atOnce) return
      if (upload.state === 'waiting') void begin(upload)
    }
  }

  async function begin(upload: Upload): Promise<void> {
    const { id } = upload
    const controller = new AbortController()
    running.set(id, controller)
    change(id, { state: 'sending', progress: 0, refusal: undefined })
    const answer = await seeThrough(upload, controller)
    if (running.get(id) === controller) {
      running.delete(id)
      if (answer.refusal) change(id, { state: 'failed', refusal: answer.refusal })
      else {
        // It may belong to another place by now.
        const arrived = uploads.find((each) => each.id === id) ?? upload
        drop(id)
        handOver(arrived, answer.data)
      }
    }
    sendNext()
  }

  function handOver({ file, position, ...place }: Upload, document: StoredDocument): void {
    const key = keyOf(place)
    sources.set(document.id, { file, position })
    arrivals.set(key, [...(arrivals.get(key) ?? []), document])
    receivers.get(key)?.(document)
  }

  async function seeThrough(
    { id, kind, file }: Upload,
    controller: AbortController,
  ): Promise<Answer<StoredDocument>> {
    // Whoever ended it has dropped it.
    const isOver = () => running.get(id) !== controller
    const onProgress = (progress: number) => {
      if (!isOver()) change(id, { progress })
    }
    for (let tries = 0; ; tries += 1) {
      const answer = await send({ kind, file, idempotencyKey: id }, { signal: controller.signal, onProgress })
      if (!answer.refusal || isOver() || tries >= furtherTries || !isWorthAnother(answer.refusal))
        return answer
      await wait(Math.min(answer.refusal.retryAfterSeconds ?? 2 ** tries, longestPause) * 1000)
      if (isOver()) return answer
    }
  }

  return {
    /** Those of all places; a new array with each change. */
    all: () => uploads,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Says who is told what arrives at a place, from now on and after the page was left. */
    receive(place: PlaceName, receiver: Receive): void {
      receivers.set(keyOf(place), receiver)
    },
    /** What has arrived at a place and is not known there yet; what is known is forgotten here. */
    unknownArrivals(place: PlaceName, knownIds: readonly string[]): readonly StoredDocument[] {
      const key = keyOf(place)
      const unknown = (arrivals.get(key) ?? []).filter(({ id }) => !knownIds.includes(id))
      arrivals.set(key, unknown)
      return unknown
    },
    /** A document that is gone for good is not handed over again. */
    forgetArrival(id: string): void {
      for (const [key, documents] of arrivals)
        arrivals.set(
          key,
          documents.filter((document) => document.id !== id),
        )
    },
    /** A place is there no more: what is on its way to it is ended, and what has arrived is handed over to none. */
    leave(place: PlaceName): void {
      arrivals.delete(keyOf(place))
      for (const upload of uploads) if (keyOf(upload) === keyOf(place)) drop(upload.id)
      sendNext()
    },
    /** A place goes by another name from now on, which no other place has. */
    move(from: PlaceName, { owner, part }: PlaceName): void {
      const to = keyOf({ owner, part })
      const arrived = arrivals.get(keyOf(from)) ?? []
      arrivals.delete(keyOf(from))
      arrivals.set(to, arrived)
      tell(uploads.map((upload) => (keyOf(upload) === keyOf(from) ? { ...upload, owner, part } : upload)))
    },
    /** The file that a document was made of in this tab. */
    sourceOf: (documentId: string): File | undefined => sources.get(documentId)?.file,
    /**
     * Documents in the order in which their files were chosen, since small ones overtake large ones; those of which this
     * tab knows nothing come first, as they stand.
     */
    inOrder<Stored extends { readonly id: string }>(documents: readonly Stored[]): Stored[] {
      const positionOf = ({ id }: Stored) => sources.get(id)?.position ?? 0
      return documents.toSorted((one, other) => positionOf(one) - positionOf(other))
    },
    add({ owner, part }: PlaceName, kind: string, files: readonly File[]): void {
      const chosen = files.map((file): Upload => ({
        id: newKey(),
        owner,
        part,
        kind,
        file,
        position: (added += 1),
        state: 'waiting',
        progress: 0,
        refusal: undefined,
      }))
      tell([...uploads, ...chosen])
      sendNext()
    },
    /** Ends it, or forgets that it did not arrive. */
    cancel(id: string): void {
      drop(id)
      sendNext()
    },
    retry(id: string): void {
      change(id, { state: 'waiting' })
      sendNext()
    },
    /** Tries again whatever got no answer or was sent after the session had ended. */
    resume(): void {
      tell(uploads.map((upload) => (isToResume(upload) ? { ...upload, state: 'waiting' } : upload)))
      sendNext()
    },
    /** Nobody is signed in any more, or somebody else. */
    forget(): void {
      for (const controller of running.values()) controller.abort()
      running.clear()
      receivers.clear()
      arrivals.clear()
      sources.clear()
      tell([])
    },
  }
}

function keyOf({ owner, part }: PlaceName): string {
  return `${owner} ${part}`
}

/** No answer, one that is not there yet, or one of a service that has too much to do. */
function isWorthAnother({ status, code }: Refusal): boolean {
  return status === 0 || status >= 500 || code === 'idempotency.in_progress'
}

function isToResume({ state, refusal }: Upload): boolean {
  return state === 'failed' && (refusal?.status === 0 || refusal?.status === 401)
}
