import { useEffect, useRef, type ComponentProps, type MouseEvent } from 'react'
import { navigate, type NavigateOptions } from './place.ts'

export interface LinkProps extends Omit<ComponentProps<'a'>, 'href'>, NavigateOptions {
  /** An address of ours. */
  readonly to: string
}

/** A link to another page of ours, which opens without loading the document anew. */
export function Link({ to, replace = false, state, onClick, children, ...rest }: LinkProps) {
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    if (event.defaultPrevented || isForTheBrowser(event)) return
    event.preventDefault()
    navigate(to, { replace, state })
  }
  return (
    <a {...rest} href={to} onClick={follow}>
      {children}
    </a>
  )
}

/** Opening in another tab or window, downloading, the context menu: what the browser does better. */
function isForTheBrowser(event: MouseEvent<HTMLAnchorElement>): boolean {
  const { target } = event.currentTarget
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  return event.button !== 0 || modified || (target !== '' && target !== '_self')
}

interface NavigateProps extends NavigateOptions {
  readonly to: string
}

/** Goes to another page as soon as it is drawn: for a page that has nothing to show. */
export function Navigate({ to, replace = false, state }: NavigateProps) {
  const gone = useRef<string>(undefined)
  useEffect(() => {
    // Once: it may be drawn several times before the other page is there, each time with a state made anew.
    if (gone.current === to) return
    gone.current = to
    navigate(to, { replace, state })
  }, [to, replace, state])
  return null
}
