/** Our mark: an open ring, and in its opening the person whom it lets in. Decoration; the name stands beside it. */
export function Mark({ size = 36 }: { readonly size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <rect className="mark-ground" width="36" height="36" rx="9" />
      <path
        className="mark-ring"
        d="M25.1 10.9a10 10 0 1 0 0 14.2"
        fill="none"
        strokeWidth="4.2"
        strokeLinecap="round"
      />
      <circle className="mark-person" cx="25.4" cy="18" r="3.3" />
    </svg>
  )
}
