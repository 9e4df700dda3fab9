import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { Report } from '@connect/contract/rooms/change-reports'
import type { RequestIssue } from '@connect/contract/shared/issues'
import type { Answer, Refusal } from '../../../lib/api.ts'
import { draftOf, sayTheSame } from './draft-changes.ts'
import { newsAfter } from './form-news.ts'
import type { Marks } from './marks.ts'

/** A report as the service told of it, and the version that a change of it has to name. */
export interface VersionedReport {
  readonly report: Report
  readonly version: string
}

/** Whether the service has what was typed here. */
export type Keeping =
  | 'saved'
  /** On its way, or about to be. */
  | 'saving'
  /** Nothing came back; it is tried again by itself. */
  | 'waiting'
  /** Nobody is signed in any more; it is sent when the same person is back. */
  | 'signedOut'
  /** The service does not take it, see `refusal`. */
  | 'refused'
  /** Something else was saved meanwhile, in another window or on another device, see `other`. */
  | 'stale'
  /** The draft was deleted elsewhere; what was typed is here alone. */
  | 'gone'
  /** The report was submitted elsewhere, with all that was typed here. */
  | 'submitted'
  /** It was submitted elsewhere; what was typed since is here alone. */
  | 'sentWithout'

/** A draft that is being written here. */
export interface KeptDraft {
  /** As the service told of it last. */
  readonly report: Report
  /** As it is here, with what was typed since. */
  readonly changes: readonly DraftChange[]
  readonly keeping: Keeping
  readonly refusal?: Refusal
  /** What the service found wrong in the changes; undefined once it has taken newer ones. */
  readonly marks?: Marks | undefined
  readonly other: VersionedReport | undefined
  /** Grows when what was typed here is replaced by what the service has: fields then begin anew. */
  readonly edition: number
}

/** How a draft is saved and looked up; the tests have clocks of their own. */
interface KeeperParts {
  readonly save: (changes: readonly DraftChange[], version: string) => Promise<Answer<VersionedReport>>
  readonly fetch: () => Promise<Answer<VersionedReport>>
  /** Milliseconds without a key before what was typed is sent. */
  readonly pause?: number
}

/** Keeps a draft that is being written here in step with the service. */
export interface DraftKeeper {
  readonly get: () => KeptDraft
  /** Calls back after every change until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void
  /** Takes what was typed. It is sent after a pause. */
  readonly update: (work: (changes: readonly DraftChange[]) => readonly DraftChange[]) => void
  /** Sends at once what was not sent yet, and gives how that ended. */
  readonly flush: () => Promise<Keeping>
  /** Looks up what the service has, where nothing is left to send. */
  readonly refresh: () => Promise<void>
  /** Keeps what the service found in the changes as they are here, and looks up what it has of their files. */
  readonly mark: (issues: readonly RequestIssue[]) => void
  /** Of two drafts takes the one that the service has. */
  readonly takeOther: () => void
  /** Of two drafts keeps the one that is here, and saves it over the other. */
  readonly keepThis: () => void
  /** Sends nothing more. */
  readonly end: () => void
}

/** Longest time between two tries to reach the service, in milliseconds; the first ones come sooner. */
const longestPause = 30_000

/** Begins to keep a draft that was just fetched. */
export function createDraftKeeper(
  begun: VersionedReport,
  { save, fetch, pause = 800 }: KeeperParts,
): DraftKeeper {
  const listeners = new Set<() => void>()
  let version = begun.version
  let kept: KeptDraft = {
    report: begun.report,
    changes: draftOf(begun.report.changes),
    keeping: 'saved',
    other: undefined,
    edition: 0,
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<Keeping> | undefined
  /** What was sent and not answered: until that is known nothing else goes out, for its version may be the newer one. */
  let unanswered: readonly DraftChange[] | undefined
  let tries = 0
  let isOver = false

  const show = (next: Partial<KeptDraft>) => {
    kept = { ...kept, ...next }
    for (const listener of listeners) listener()
  }
  const sendIn = (milliseconds: number) => {
    clearTimeout(timer)
    if (!isOver) timer = setTimeout(() => void flush(), milliseconds)
  }

  /** Shows what the service has in place of what was here. */
  const replace = (report: Report) => {
    show({
      report,
      changes: draftOf(report.changes),
      keeping: 'saved',
      other: undefined,
      edition: kept.edition + 1,
    })
  }
  /** What is new in a form is told until whoever writes has gone on with it, and moves with its change until then. */
  const withNews = (report: Report, formNews = kept.report.formNews): Report => ({ ...report, formNews })
  const isAtRest = () => kept.keeping === 'saved' && sending === undefined

  function flush(): Promise<Keeping> {
    clearTimeout(timer)
    sending ??= sendAll().finally(() => {
      sending = undefined
    })
    return sending
  }

  async function sendAll(): Promise<Keeping> {
    while (!isOver && isUnsent(kept.keeping)) {
      const changes = unanswered ?? kept.changes
      unanswered = changes
      show({ keeping: 'saving' })
      const answer = await save(changes, version)
      if (!(await settle(answer, changes))) break
    }
    return kept.keeping
  }

  /** Takes an answer in; whether there is more to send at once. */
  async function settle(answer: Answer<VersionedReport>, sent: readonly DraftChange[]): Promise<boolean> {
    if (!answer.refusal) {
      adopt(answer.data, sent)
      return true
    }
    const { refusal } = answer
    if (refusal.code === 'resource.stale' || refusal.code === 'change_report.submitted')
      return settleStale(sent)
    if (refusal.status === 401) show({ keeping: 'signedOut' })
    else if (isPassing(refusal)) retryLater(refusal)
    else {
      unanswered = undefined
      show({ keeping: endOf(refusal), refusal, marks: { issues: refusal.errors ?? [], of: sent } })
    }
    return false
  }

  /** The service has what was sent. */
  function adopt({ report, version: next }: VersionedReport, sent: readonly DraftChange[]) {
    version = next
    tries = 0
    unanswered = undefined
    const keeping = sayTheSame(sent, kept.changes) ? 'saved' : 'saving'
    show({ report: withNews(report), keeping, marks: undefined })
  }

  /** There is a newer version, or it was submitted: our own, whose answer was lost, or somebody else's. */
  async function settleStale(sent: readonly DraftChange[]): Promise<boolean> {
    const now = await fetch()
    if (now.refusal) return settle(now, sent)
    const { report, version: next } = now.data
    const theirs = draftOf(report.changes)
    if (report.status !== 'draft') {
      // Our own save may be in it, whose answer was lost.
      show({ report, keeping: sayTheSame(theirs, kept.changes) ? 'submitted' : 'sentWithout' })
      return false
    }
    unanswered = undefined
    if (sayTheSame(theirs, sent)) {
      adopt({ report, version: next }, sent)
      return true
    }
    show({ keeping: 'stale', other: now.data })
    return false
  }

  function retryLater({ retryAfterSeconds }: Refusal) {
    tries += 1
    show({ keeping: 'waiting' })
    sendIn(Math.max((retryAfterSeconds ?? 0) * 1000, Math.min(longestPause, 1000 * 2 ** tries)))
  }

  async function refresh(): Promise<void> {
    if (!isAtRest()) return
    const before = version
    const answer = await fetch()
    // What was saved from here meanwhile is newer than what was asked for.
    if (!isAtRest() || version !== before) return
    if (answer.refusal) {
      if (answer.refusal.status === 404) show({ keeping: 'gone' })
      return
    }
    const { report } = answer.data
    version = answer.data.version
    if (report.status !== 'draft') show({ report, keeping: 'submitted' })
    else if (version === before) show({ report: withNews(report) })
    else replace(report)
  }

  return {
    get: () => kept,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    update(work) {
      const changes = work(kept.changes)
      const news = newsAfter(kept.report.formNews, kept.changes, changes)
      show({ changes, report: withNews(kept.report, news) })
      if (kept.keeping === 'saved' || kept.keeping === 'refused') show({ keeping: 'saving' })
      if (kept.keeping === 'saving') sendIn(pause)
    },
    flush,
    refresh,
    mark(issues) {
      show({ marks: { issues, of: kept.changes } })
      void refresh()
    },
    takeOther() {
      if (!kept.other) return
      version = kept.other.version
      replace(kept.other.report)
    },
    keepThis() {
      if (!kept.other) return
      version = kept.other.version
      show({ keeping: 'saving', other: undefined })
      void flush()
    },
    end() {
      isOver = true
      clearTimeout(timer)
    },
  }
}

function isUnsent(keeping: Keeping): boolean {
  return keeping === 'saving' || keeping === 'waiting' || keeping === 'signedOut'
}

/** Whether the same may be taken a little later. */
function isPassing({ status }: Refusal): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500
}

function endOf({ status }: Refusal): Keeping {
  return status === 404 ? 'gone' : 'refused'
}
