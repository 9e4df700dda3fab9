import { useState, type ReactNode } from 'react'
import type { Answer } from '../api.ts'
import { saveFile } from '../save-file.ts'
import { useSend } from '../use-send.ts'
import { ActionButton } from './action-button.tsx'

interface SaveButtonProps {
  readonly fetch: () => Promise<Answer<Blob>>
  /** Others may see the list of downloads. */
  readonly fileName: string
  readonly variant: 'primary' | 'secondary'
  /** Says what is being done, while the button waits. */
  readonly busyLabel: string
  /** Says that the file is there. */
  readonly saved: string
  readonly children: ReactNode
}

/** Fetches a file and puts it where downloads go. */
export function SaveButton({ fetch, fileName, variant, busyLabel, saved, children }: SaveButtonProps) {
  const [isSaved, setIsSaved] = useState(false)
  const sending = useSend({
    send: async () => {
      setIsSaved(false)
      const answer = await fetch()
      if (answer.refusal) return answer.refusal
      saveFile(answer.data, fileName)
      setIsSaved(true)
      return undefined
    },
    stays: true,
  })
  return (
    <>
      <ActionButton sending={sending} variant={variant} icon="document" busyLabel={busyLabel}>
        {children}
      </ActionButton>
      <div role="status">{isSaved && <p>{saved}</p>}</div>
    </>
  )
}
