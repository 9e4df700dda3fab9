import decodeQR from 'qr/decode.js'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

/** Corners of a rectangle as a PDF's path has them: a move, three lines and an end, with the point before each number. */
const numbersPerRectangle = 13

/** Pixels of a field's edge: as a camera sees it that is held close. */
const pixels = 4

/** What the QR code on the last page of a document says: its fields are drawn anew and read as a phone reads them. */
export async function readCodeOf(document: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(document))
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await (await pdf.getPage(pdf.numPages)).getOperatorList()
  const paths = argsArray.filter((_, place) => fnArray[place] === OPS.constructPath) as [
    unknown,
    [ArrayLike<number>],
  ][]
  const numbers = Array.from(paths.at(-1)?.[1][0] ?? [])
  const rectangles = Array.from({ length: numbers.length / numbersPerRectangle }, (_, place) => {
    const [, left, top, , right, , , , bottom] = numbers.slice(place * numbersPerRectangle)
    return { left, top, right, bottom } as Record<'left' | 'top' | 'right' | 'bottom', number>
  })
  return decodeQR(draw(rectangles))
}

function draw(rectangles: readonly Record<'left' | 'top' | 'right' | 'bottom', number>[]) {
  const unit = Math.min(...rectangles.map(({ top, bottom }) => bottom - top)) / pixels
  const [left, top] = [
    Math.min(...rectangles.map((one) => one.left)),
    Math.min(...rectangles.map((one) => one.top)),
  ]
  const quiet = 4 * pixels
  const at = (from: number, value: number) => quiet + Math.round((value - from) / unit)
  const width = quiet + Math.max(...rectangles.map(({ right }) => at(left, right)))
  const height = quiet + Math.max(...rectangles.map(({ bottom }) => at(top, bottom)))
  const data = new Uint8Array(width * height * 4).fill(255)
  for (const one of rectangles)
    for (let row = at(top, one.top); row < at(top, one.bottom); row += 1)
      for (let column = at(left, one.left); column < at(left, one.right); column += 1)
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
  return { width, height, data }
}
