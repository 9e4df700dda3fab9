import { randomBytes } from 'node:crypto'

/** Bytes of a PDF beside what pads it. */
const frame = 1_000

/**
 * A proof as somebody may send it: a PDF of one page and about so many bytes, no two the same. Padding stands in a stream of
 * its own, which no reader shows.
 */
export function aPdfFile(bytes = 20_000): Buffer<ArrayBuffer> {
  const text = 'BT /F1 24 Tf 72 700 Td (A proof that is made up) Tj ET'
  const padding = randomBytes(Math.max(16, Math.floor((bytes - frame) / 2))).toString('hex')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${padding.length} >>\nstream\n${padding}\nendstream`,
  ]
  let file = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const start = file.length
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
