import { PrintButton } from '../../../ui/print-button.tsx'

/** The words of a letter, as the agency wrote them; nobody says in which language. */
export function TextLetter({ text }: { readonly text: string }) {
  return (
    <>
      <article className="letter-text" lang="">
        {text}
      </article>
      <div className="button-row">
        <PrintButton />
      </div>
    </>
  )
}
