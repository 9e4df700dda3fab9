/** A hint, each of its lines by itself. */
export function HintLines({ text }: { readonly text: string }) {
  return text.split('\n').map((line) => (
    <span key={line} className="hint-line">
      {line}
    </span>
  ))
}
