/**
 * Rows of a quasigroup without fixed points, after H. Michael Damm: it finds every single wrong digit and every two
 * neighbours in the wrong order. Source: "Total anti-symmetrische Quasigruppen", dissertation, Marburg 2004.
 */
const table = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const

/** How many digits a confirmation number has, the check digit among them. */
const length = 12

/** Digits before the check digit. */
export const confirmationDigits = length - 1

/**
 * Makes a confirmation number of eleven digits: with a check digit behind them, in groups of four as people read them
 * over the phone. Throws for anything else than eleven digits.
 */
export function confirmationNumber(digits: string): string {
  if (!/^\d{11}$/.test(digits)) throw new RangeError('A confirmation number is made of eleven digits')
  return grouped(digits + String(checkOf(digits)))
}

/** What somebody typed or heard, as confirmation numbers are written; null when it is none, such as for a wrong digit. */
export function readConfirmationNumber(typed: string): string | null {
  const digits = typed.replace(/[\s\p{Dash}]/gu, '')
  return /^\d{12}$/.test(digits) && checkOf(digits) === 0 ? grouped(digits) : null
}

function checkOf(digits: string): number {
  let interim = 0
  for (const digit of digits) interim = Number(table[interim]?.[Number(digit)])
  return interim
}

function grouped(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ')
}
