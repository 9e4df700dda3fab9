import typescript from 'typescript'

/** Attributes whose value people read or hear. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'alt',
  'title',
  'placeholder',
  'label',
  'hint',
  'error',
  'busyLabel',
])

/** Words that stand in a component itself, in place of its copy: each with its line. */
export function hardCodedText(fileName: string, source: string): string[] {
  const file = typescript.createSourceFile(
    fileName,
    source,
    typescript.ScriptTarget.Latest,
    true,
    typescript.ScriptKind.TSX,
  )
  const found: string[] = []
  const report = (node: typescript.Node, text: string) => {
    if (!/\p{L}/u.test(text)) return
    const { line } = file.getLineAndCharacterOfPosition(node.getStart())
    found.push(`${fileName}:${line + 1} ${text.trim()}`)
  }
  const visit = (node: typescript.Node): void => {
    if (typescript.isJsxText(node)) report(node, node.text)
    else if (typescript.isJsxExpression(node) && isChild(node) && node.expression)
      reportLiterals(node.expression, report)
    else if (typescript.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer) {
      reportLiterals(node.initializer, report)
    }
    typescript.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function isChild(node: typescript.JsxExpression): boolean {
  return typescript.isJsxElement(node.parent) || typescript.isJsxFragment(node.parent)
}

/** Looks at what an expression gives, not at what it is made from: keys handed to `translate` are no words. */
function reportLiterals(node: typescript.Node, report: (node: typescript.Node, text: string) => void): void {
  if (typescript.isStringLiteralLike(node)) report(node, node.text)
  else if (typescript.isTemplateExpression(node)) {
    report(node, [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' '))
  } else if (typescript.isConditionalExpression(node)) {
    reportLiterals(node.whenTrue, report)
    reportLiterals(node.whenFalse, report)
  } else if (typescript.isJsxExpression(node) && node.expression) reportLiterals(node.expression, report)
}
