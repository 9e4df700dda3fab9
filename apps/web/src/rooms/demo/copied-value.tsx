import { useRef, useState } from 'react'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { Button } from '../../ui/button.tsx'
import { demoCopy } from './demo-copy.ts'

interface CopiedValueProps {
  readonly value: string
  /** Tells it from the others for whoever hears the button alone. */
  readonly what: string
}

/** A value of a list of terms, with a button that copies it. Where the browser lets nobody copy, it is marked instead. */
export function CopiedValue({ value, what }: CopiedValueProps) {
  const translate = useCopy(demoCopy)
  const text = useRef<HTMLElement>(null)
  const [done, setDone] = useState<'copied' | 'marked'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setDone('copied')
    } catch {
      if (text.current) getSelection()?.selectAllChildren(text.current)
      setDone('marked')
    }
  }
  return (
    <dd>
      <code className="demo-value" ref={text}>
        {value}
      </code>
      <Button variant="quiet" onClick={() => void copy()}>
        {translate('demo.copy')}
        <span className="visually-hidden">: {what}</span>
      </Button>
      <span role="status" className="demo-done">
        {done && translate(`demo.${done}`)}
      </span>
    </dd>
  )
}
