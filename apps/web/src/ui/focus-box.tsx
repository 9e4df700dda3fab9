import { useEffect, useRef, type ReactNode } from 'react'

interface FocusBoxProps {
  /** What has just happened; the box takes focus each time that it is something else, and rests while undefined. */
  readonly on: unknown
  readonly children: ReactNode
}

/** A part of the page that takes focus, so that it is read out and seen: what was pressed may be gone or far below. */
export function FocusBox({ on, children }: FocusBoxProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (on !== undefined) box.current?.focus()
  }, [on])
  return (
    <div ref={box} tabIndex={-1}>
      {children}
    </div>
  )
}
