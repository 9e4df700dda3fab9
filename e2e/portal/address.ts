import { randomInt } from 'node:crypto'

/** An address that nobody else comes from, as a trusted proxy tells it: limits count each one by itself. */
export function newAddress(): string {
  return ['10', ...Array.from({ length: 3 }, () => String(randomInt(1, 255)))].join('.')
}
