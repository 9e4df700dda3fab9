import type { RuleIssue } from './rule.ts'
import { unseen } from './unseen.ts'

/** Emoji are put together by a joiner that is seen in what it makes. */
const joinedEmoji = /([\p{Extended_Pictographic}\p{Variation_Selector}\p{Emoji_Modifier}])\u200d/gu

/** Control characters, lone surrogates, other breaks of lines, and what turns the direction of text. */
const steering = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u

/** One way to write a text: composed characters, `\n` for a break, no tabs, nothing blank at the ends. */
export function tidyText(value: string): string {
  return value.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').trim()
}

/** A text in one's own words, tidied: not too long in characters (code points), nothing in it that is not seen. */
export function checkText(value: string, maxLength: number, lines: 'one' | 'many'): RuleIssue[] {
  const issues: RuleIssue[] = []
  if ([...value].length > maxLength) issues.push({ code: 'text.too_big', params: { max: maxLength } })
  const line = lines === 'many' ? value.replaceAll('\n', ' ') : value
  if (steering.test(line) || unseen.test(line.replaceAll(joinedEmoji, '$1'))) {
    issues.push({ code: 'text.characters' })
  }
  return issues
}
