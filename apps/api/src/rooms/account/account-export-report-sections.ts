import { answersInWords } from '@connect/contract/changes/answer-words'
import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { AccountExport } from '@connect/contract/rooms/account-export'
import type { Report, ReportedChange, TimelineEntry } from '@connect/contract/rooms/change-reports'
import type { Locale } from '@connect/contract/shared/text'
import type { Section } from '../../kernel/pdf/tagged-pdf.ts'
import { calendarDayIn, timeIn } from '../../kernel/time-words.ts'
import { mostThings } from './account-export-parts.ts'
import { exportReportWords, type ExportReportWords } from './account-export-report-words.ts'
import { exportWords, notes } from './account-export-words.ts'

type Line = Section['lines'][number]

interface Telling {
  readonly locale: Locale
  readonly words: ExportReportWords
  readonly at: (instant: string) => string
  readonly day: (on: string) => string
}

/** What was reported and sent, in the language of the profile. */
export function reportSections({
  account,
  reports,
  documents,
  receipts,
  unreadable,
}: AccountExport): Section[] {
  const { locale } = account
  const words = exportReportWords[locale]
  const telling = { locale, words, at: timeIn(locale), day: calendarDayIn(locale) }
  const { headings } = words
  return [
    section(headings.reports, telling, reports, {
      linesOf: (report) => reportLines(report, telling),
      unreadable: unreadable.reports,
    }),
    section(headings.documents, telling, documents, {
      linesOf: ({ createdAt, fileName, bytes, state }) => [
        { label: telling.at(createdAt), text: words.file(fileName, String(bytes), words.state[state]) },
      ],
      unreadable: unreadable.documents,
      note: words.files,
    }),
    section(headings.receipts, telling, receipts, {
      linesOf: ({ submittedAt, confirmationNumber }) => [
        { label: telling.at(submittedAt), text: words.number(confirmationNumber) },
      ],
      unreadable: unreadable.receipts,
    }),
  ]
}

interface Told<Thing> {
  readonly linesOf: (thing: Thing) => readonly Line[]
  /** How many could not be opened. */
  readonly unreadable: number
  readonly note?: string
}

/** The newest of some things; a word for all of them where they stay closed. */
function section<Thing>(
  heading: string,
  { locale, words }: Telling,
  things: readonly Thing[] | null,
  { linesOf, unreadable, note }: Told<Thing>,
): Section {
  if (things === null) return { heading, lines: [{ text: words.closed }] }
  const isCut = things.length > mostThings
  return {
    heading,
    lines: things.slice(0, mostThings).flatMap(linesOf),
    note: notes(isCut ? exportWords[locale].newestOnly(mostThings) : note, unreadable, exportWords[locale]),
  }
}

/** Which report it is, what was answered, and what became of it. */
function reportLines(report: Report, telling: Telling): Line[] {
  const { words, at } = telling
  const { status, submittedAt, updatedAt, confirmationNumber, kind, changes, signedName, timeline } = report
  const known = [
    words.status[status],
    ...(confirmationNumber === null ? [] : [words.number(confirmationNumber)]),
    ...(kind === 'documents' ? [words.proofs] : []),
  ]
  return [
    { label: at(submittedAt ?? updatedAt), text: known.join(', ') },
    ...changes.map((change) => changeLine(change, telling)),
    ...(signedName === null ? [] : [{ text: words.signedBy(signedName) }]),
    ...timeline.map((entry) => ({ label: at(entry.at), text: entryText(entry, telling) })),
  ]
}

function entryText({ kind, message }: TimelineEntry, { words }: Telling): string {
  return message === null ? words.timeline[kind] : onOneLine(`${words.timeline[kind]}: ${message}`)
}

/** Line breaks and tabs are no letters of any font. */
function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ')
}

function changeLine(change: ReportedChange, { locale, words, day }: Telling): Line {
  const { typeId, changedOn, dueOn, unfinished } = change
  const name = changeTypeOf(typeId)?.label[locale] ?? typeId
  const answers = answersInWords(change, { language: locale, memberName: () => undefined })
  return {
    label: changedOn === null ? words.noDay(name) : words.happened(name, day(changedOn)),
    text: [
      ...answers.map(({ question, answer }) => onOneLine(`${question} ${answer}`)),
      ...Object.values(unfinished),
      ...(dueOn === null ? [] : [words.due(day(dueOn))]),
    ].join(' · '),
  }
}
