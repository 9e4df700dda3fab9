/** A phone number as a link that calls it. */
export function PhoneLink({ number }: { readonly number: string }) {
  return (
    <a className="phone-link" href={`tel:+${number.replace(/\D/g, '')}`}>
      {number}
    </a>
  )
}
