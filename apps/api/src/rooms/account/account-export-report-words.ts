import type { ReportStatus, TimelineKind } from '@connect/contract/rooms/change-reports'
import type { DocumentState } from '@connect/contract/rooms/documents'
import type { Locale } from '@connect/contract/shared/text'

/** The words of the document for what was reported and sent, in one language. */
export interface ExportReportWords {
  readonly headings: Readonly<Record<'reports' | 'documents' | 'receipts', string>>
  readonly closed: string
  readonly proofs: string
  readonly number: (number: string) => string
  readonly status: Readonly<Record<ReportStatus, string>>
  readonly timeline: Readonly<Record<TimelineKind, string>>
  readonly happened: (change: string, day: string) => string
  readonly noDay: (change: string) => string
  readonly due: (day: string) => string
  readonly signedBy: (name: string) => string
  readonly state: Readonly<Record<DocumentState, string>>
  readonly file: (name: string, bytes: string, state: string) => string
  readonly files: string
}

const english: ExportReportWords = {
  headings: { reports: 'What you reported', documents: 'Files you sent', receipts: 'Your receipts' },
  closed: 'This stays closed for your safety until you show again that your case is yours.',
  proofs: 'Documents without a change',
  number: (number) => `confirmation number ${number}`,
  status: {
    draft: 'Not sent yet',
    received: 'Received',
    in_review: 'In review',
    needs_information: 'More information needed',
    processed: 'Done',
    declined: 'Not accepted',
    withdrawn: 'Taken back',
  },
  timeline: {
    received: 'Received',
    added: 'You added something',
    in_review: 'In review',
    needs_information: 'More information needed',
    processed: 'Done',
    declined: 'Not accepted',
    withdrawn: 'Taken back',
  },
  happened: (change, day) => `${change}, ${day}`,
  noDay: (change) => `${change}, day not given yet`,
  due: (day) => `Due by ${day}.`,
  signedBy: (name) => `Signed by ${name}.`,
  state: {
    receiving: 'not here yet',
    received: 'received',
    checking: 'being checked',
    ready: 'checked',
    refused: 'not accepted',
  },
  file: (name, bytes, state) => `${name}, ${bytes} bytes, ${state}`,
  files: 'What is in the files you can save from MyAccount, one by one.',
}

const spanish: ExportReportWords = {
  headings: { reports: 'Lo que informó', documents: 'Archivos que envió', receipts: 'Sus recibos' },
  closed: 'Esto queda cerrado por su seguridad hasta que usted demuestre otra vez que el caso es suyo.',
  proofs: 'Documentos sin ningún cambio',
  number: (number) => `número de confirmación ${number}`,
  status: {
    draft: 'Sin enviar',
    received: 'Recibido',
    in_review: 'En revisión',
    needs_information: 'Hace falta más información',
    processed: 'Terminado',
    declined: 'No aceptado',
    withdrawn: 'Retirado',
  },
  timeline: {
    received: 'Recibido',
    added: 'Usted agregó algo',
    in_review: 'En revisión',
    needs_information: 'Hace falta más información',
    processed: 'Terminado',
    declined: 'No aceptado',
    withdrawn: 'Retirado',
  },
  happened: (change, day) => `${change}, ${day}`,
  noDay: (change) => `${change}, todavía sin fecha`,
  due: (day) => `Fecha límite: ${day}.`,
  signedBy: (name) => `Firmado por ${name}.`,
  state: {
    receiving: 'todavía no ha llegado',
    received: 'recibido',
    checking: 'en revisión',
    ready: 'revisado',
    refused: 'no aceptado',
  },
  file: (name, bytes, state) => `${name}, ${bytes} bytes, ${state}`,
  files: 'Lo que contienen los archivos lo puede guardar desde MyAccount, uno por uno.',
}

export const exportReportWords: Readonly<Record<Locale, ExportReportWords>> = { en: english, es: spanish }
