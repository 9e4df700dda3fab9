/** A stretch of text inside a paragraph. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly target: string }

/** A paragraph, or a list with one stretch of inlines an entry. */
export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'bullets' | 'numbers'; readonly entries: readonly (readonly Inline[])[] }

const inlineMarks = /\*\*(?<strong>[^*]+)\*\*|\[(?<text>[^\]]+)\]\((?<target>[^)\s]+)\)/g

/**
 * Reads the small markup of the content copy, so that a whole answer is one message that a translator can shape:
 * blank lines part paragraphs, lines that start with `- ` or `1. ` are lists, `**…**` is strong, and
 * `[words](target)` a link. Everything else is text.
 */
export function parseProse(message: string): Block[] {
  return message.split(/\n{2,}/).map((block) => parseBlock(block.split('\n')))
}

function parseBlock(lines: readonly string[]): Block {
  if (lines.every((line) => line.startsWith('- '))) {
    return { kind: 'bullets', entries: lines.map((line) => parseInline(line.slice(2))) }
  }
  if (lines.every((line) => /^\d+\. /.test(line))) {
    return { kind: 'numbers', entries: lines.map((line) => parseInline(line.replace(/^\d+\. /, ''))) }
  }
  return { kind: 'paragraph', content: parseInline(lines.join(' ')) }
}

function parseInline(line: string): Inline[] {
  const parts: Inline[] = []
  let end = 0
  for (const match of line.matchAll(inlineMarks)) {
    if (match.index > end) parts.push({ kind: 'text', text: line.slice(end, match.index) })
    parts.push(toInline(match.groups ?? {}))
    end = match.index + match[0].length
  }
  if (end < line.length) parts.push({ kind: 'text', text: line.slice(end) })
  return parts
}

function toInline({ strong, text = '', target = '' }: Readonly<Record<string, string | undefined>>): Inline {
  return strong === undefined ? { kind: 'link', text, target } : { kind: 'strong', text: strong }
}

/** The words of a message without its markup, for searching. */
export function plainText(message: string): string {
  return message.replaceAll(inlineMarks, (...match) => {
    const groups = match.at(-1) as Record<string, string | undefined>
    return groups['strong'] ?? groups['text'] ?? ''
  })
}
