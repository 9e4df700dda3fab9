import { activityTexts } from '@connect/contract/rooms/account-activity-words'
import type { AccountExport, ExportedCaseLink, ExportedLetter } from '@connect/contract/rooms/account-export'
import { deviceText } from '@connect/contract/shared/device-words'
import type { Section } from '../../kernel/pdf/tagged-pdf.ts'
import { calendarDayIn, timeIn } from '../../kernel/time-words.ts'
import { reportSections } from './account-export-report-sections.ts'
import { exportWords, notes, type ExportWords } from './account-export-words.ts'

/** More than anybody reads on paper, of events and of letters. */
const mostLines = 100

/** What the document says, in the language of the profile; times as in Connecticut. */
export function exportSections(data: AccountExport): Section[] {
  const { account } = data
  const words = exportWords[account.locale]
  const { headings } = words
  const at = timeIn(account.locale)
  const newest = data.activity.slice(0, mostLines)
  return [
    { heading: headings.profile, lines: profileLines(data, words, at) },
    plain(
      headings.questions,
      data.secretQuestions.map(({ text }) => text),
    ),
    plain(
      headings.agreements,
      data.agreements.map(({ version, acceptedAt }) => words.accepted(version, at(acceptedAt))),
    ),
    plain(
      headings.sessions,
      data.sessions.map(({ device, createdAt }) =>
        words.signedInSince(deviceText(device, account.locale), at(createdAt)),
      ),
    ),
    plain(
      headings.ownDevices,
      data.ownDevices.map(({ createdAt, expiresAt }) => words.ownDevice(at(createdAt), at(expiresAt))),
    ),
    {
      heading: headings.messages,
      lines: data.messages.map(({ kind, createdAt }) => ({
        label: at(createdAt),
        text: nameOf(words.mail, kind),
      })),
    },
    {
      ...plain(
        headings.emails,
        data.emails.map(({ template, to, createdAt }) =>
          words.sent(nameOf(words.mail, template), to, at(createdAt)),
        ),
      ),
      note: notes(undefined, data.unreadable.emails, words),
    },
    {
      heading: headings.cases,
      lines: data.caseLinks.map((link) => caseLine(link, words, at)),
      note: notes(words.caseRecords, data.unreadable.caseLinks, words),
    },
    lettersSection(data, words, at),
    ...reportSections(data),
    {
      heading: headings.activity,
      lines: newest.map(({ occurredAt, event, device, place }) => ({
        label: at(occurredAt),
        text: [
          activityTexts[event][account.locale],
          deviceText(device, account.locale),
          words.place[place],
        ].join(', '),
      })),
      note: newest.length < data.activity.length ? words.newestOnly(mostLines) : undefined,
    },
  ]
}

function caseLine(
  { linkedAt, confirmedAt, held, person }: ExportedCaseLink,
  words: ExportWords,
  at: InWords,
) {
  const name = person && `${person.firstName} ${person.lastName}`
  return {
    label: name ?? (held ? words.heldCase : words.noCase),
    text: words.associated(at(linkedAt), at(confirmedAt)),
  }
}

function lettersSection(
  { account, openedLetters, unreadable }: AccountExport,
  words: ExportWords,
  at: InWords,
): Section {
  const newest = openedLetters.slice(0, mostLines)
  return {
    heading: words.headings.letters,
    lines: newest.map(({ openedAt, letter }) => ({
      label: letter === null ? words.closedLetter : letterInWords(letter, account.locale, words),
      text: words.opened(at(openedAt)),
    })),
    note: notes(
      newest.length < openedLetters.length ? words.newestOnly(mostLines) : undefined,
      unreadable.openedLetters,
      words,
    ),
  }
}

function letterInWords(
  { title, issuedOn }: NonNullable<ExportedLetter['letter']>,
  locale: 'en' | 'es',
  { letterOf }: ExportWords,
): string {
  return letterOf(title[locale] ?? title.en, calendarDayIn(locale)(issuedOn))
}

function plain(heading: string, texts: readonly string[]): Section {
  return { heading, lines: texts.map((text) => ({ text })) }
}

function profileLines({ account }: AccountExport, words: ExportWords, at: InWords) {
  const { facts } = words
  const { email, emailConfirmed, pendingEmail, deletionDueAt } = account
  return [
    { label: facts.userId, text: account.userId },
    { label: facts.firstName, text: account.firstName },
    { label: facts.lastName, text: account.lastName },
    {
      label: facts.email,
      text: email === null ? words.noEmail : words.confirmed(email, emailConfirmed),
    },
    ...(pendingEmail === null ? [] : [{ label: facts.pendingEmail, text: pendingEmail.email }]),
    { label: facts.language, text: words.language },
    { label: facts.createdAt, text: at(account.createdAt) },
    ...(deletionDueAt === null ? [] : [{ label: facts.deletionDueAt, text: at(deletionDueAt) }]),
  ]
}

/** An instant as people read it. */
type InWords = (instant: string) => string

/** A code of a newer version has no words yet: then the code says it. */
function nameOf(names: Readonly<Record<string, string>>, code: string): string {
  return names[code] ?? code
}
