import type { receiptKinds } from '@connect/contract/rooms/receipts'
import type { ReportChannel } from '@connect/contract/rooms/change-reports'
import type { DocumentMediaType } from '@connect/contract/rooms/documents'
import type { Locale } from '@connect/contract/shared/text'

/** The words of a receipt on paper, in one language. */
interface ReceiptWords {
  readonly title: string
  readonly number: (number: string) => string
  readonly received: Readonly<Record<(typeof receiptKinds)[number], (time: string) => string>>
  readonly entered: Readonly<Record<Exclude<ReportChannel, 'online'>, (day: string, time: string) => string>>
  readonly corrects: (number: string) => string
  readonly signedBy: (name: string) => string
  readonly headings: Readonly<Record<'changes' | 'documents' | 'message' | 'note' | 'next' | 'check', string>>
  readonly change: (happened: string, due: string, inTime: boolean) => string
  readonly later: (names: string) => string
  readonly noDocuments: string
  readonly file: Readonly<Record<DocumentMediaType, string>>
  readonly pages: (count: number) => string
  readonly bytes: (count: string) => string
  readonly next: (day: string) => string
  readonly told: string
  readonly ask: (day: string, line: string) => string
  readonly check: (address: string) => string
  readonly code: string
  readonly codeMeaning: (address: string) => string
  readonly page: (number: number, count: number) => string
}

const english: ReceiptWords = {
  title: 'Receipt',
  number: (number) => `Confirmation number: ${number}`,
  received: {
    changes: (time) => `We have your report. It reached us on ${time}.`,
    documents: (time) => `We have your documents. They reached us on ${time}.`,
    addition: (time) => `We have what you added to your report. It reached us on ${time}.`,
  },
  entered: {
    phone: (day, time) => `You told us by phone on ${day}. A worker wrote it down on ${time}.`,
    mail: (day, time) => `Your mail reached us on ${day}. A worker wrote it down on ${time}.`,
    in_person: (day, time) => `You told us in person on ${day}. A worker wrote it down on ${time}.`,
  },
  corrects: (number) => `It corrects the report with confirmation number ${number}.`,
  signedBy: (name) => `Signed by ${name}.`,
  headings: {
    changes: 'What you reported',
    documents: 'Documents',
    message: 'Your message',
    note: 'What the worker added',
    next: 'What happens next',
    check: 'How to check this receipt',
  },
  change: (happened, due, inTime) =>
    `${happened}. Due by ${due} (10 days). ${inTime ? 'You reported it in time.' : 'You reported it after that day.'}`,
  later: (names) => `You will send later: ${names}.`,
  noDocuments: 'You sent none with it.',
  file: {
    'application/pdf': 'PDF',
    'image/jpeg': 'JPEG picture',
    'image/png': 'PNG picture',
    'image/heic': 'HEIC picture',
  },
  pages: (count) => (count === 1 ? '1 page' : `${String(count)} pages`),
  bytes: (count) => `${count} bytes`,
  next: (day) => `A worker looks at what you sent. The Department has to act on it by ${day} (10 days).`,
  told: 'You get a message in MyAccount when we need more from you, and when it is decided.',
  ask: (day, line) =>
    `If you have heard nothing by ${day}, call ${line}. Have your confirmation number ready.`,
  check: (address) =>
    `Anyone can check that this receipt is real: at ${address}, with this file as you downloaded it, or with the code below.`,
  code: 'The code says what was sent and when. It holds no names.',
  codeMeaning: (address) => `QR code that opens ${address} with what this receipt proves.`,
  page: (number, count) => `Page ${String(number)} of ${String(count)}`,
}

const spanish: ReceiptWords = {
  title: 'Recibo',
  number: (number) => `Número de confirmación: ${number}`,
  received: {
    changes: (time) => `Tenemos su informe. Nos llegó el ${time}.`,
    documents: (time) => `Tenemos sus documentos. Nos llegaron el ${time}.`,
    addition: (time) => `Tenemos lo que agregó a su informe. Nos llegó el ${time}.`,
  },
  entered: {
    phone: (day, time) =>
      `Usted nos informó por teléfono el ${day}. El personal del Departamento lo anotó el ${time}.`,
    mail: (day, time) =>
      `Su correspondencia nos llegó el ${day}. El personal del Departamento la anotó el ${time}.`,
    in_person: (day, time) =>
      `Usted nos informó en persona el ${day}. El personal del Departamento lo anotó el ${time}.`,
  },
  corrects: (number) => `Corrige el informe con el número de confirmación ${number}.`,
  signedBy: (name) => `Firmado por ${name}.`,
  headings: {
    changes: 'Lo que informó',
    documents: 'Documentos',
    message: 'Su mensaje',
    note: 'Lo que agregó el personal',
    next: 'Qué sigue',
    check: 'Cómo comprobar este recibo',
  },
  change: (happened, due, inTime) =>
    `${happened}. Fecha límite: ${due} (10 días). ${inTime ? 'Lo informó a tiempo.' : 'Lo informó después de esa fecha.'}`,
  later: (names) => `Enviará más tarde: ${names}.`,
  noDocuments: 'No envió ninguno.',
  file: {
    'application/pdf': 'PDF',
    'image/jpeg': 'imagen JPEG',
    'image/png': 'imagen PNG',
    'image/heic': 'imagen HEIC',
  },
  pages: (count) => (count === 1 ? '1 página' : `${String(count)} páginas`),
  bytes: (count) => `${count} bytes`,
  next: (day) =>
    `El personal del Departamento revisa lo que usted envió. El Departamento tiene que darle trámite a más tardar el ${day} (10 días).`,
  told: 'Recibirá un mensaje en MyAccount si necesitamos algo más de usted y cuando se haya decidido.',
  ask: (day, line) =>
    `Si no ha recibido noticias a más tardar el ${day}, llame al ${line}. Tenga a mano su número de confirmación.`,
  check: (address) =>
    `Cualquier persona puede comprobar que este recibo es auténtico: en ${address}, con este archivo tal como usted lo descargó, o con el código de abajo.`,
  code: 'El código dice qué se envió y cuándo. No contiene nombres.',
  codeMeaning: (address) => `Código QR que abre ${address} con lo que este recibo prueba.`,
  page: (number, count) => `Página ${String(number)} de ${String(count)}`,
}

export const receiptWords: Readonly<Record<Locale, ReceiptWords>> = { en: english, es: spanish }
