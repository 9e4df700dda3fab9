import { useEffect, useRef, useState, type ComponentType, type MouseEvent } from 'react'
import { copyIsReady } from '../lib/copy/language.ts'
import { useCopy } from '../lib/copy/use-copy.tsx'
import { Link } from '../lib/navigation/link.tsx'
import { helpPath } from '../lib/paths.ts'
import { helpCopy } from '../rooms/content/content.copy.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import './page-help.css'

type HelpOverPage = ComponentType<{ readonly name: string }>

/**
 * The link to the help for the page one is on. It opens over the page, which stays as it is underneath: whatever is
 * typed there, passwords included, is there afterwards. In another tab, or without script, the link is a page.
 */
export function PageHelpLink({ page }: { readonly page: string }) {
  const translate = useCopy()
  const [isOpen, open, close] = useOpenInHistory()
  function openHere(event: MouseEvent<HTMLAnchorElement>) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    open()
  }
  return (
    <>
      <Link className="header-link" to={helpPath(page)} aria-haspopup="dialog" onClick={openHere}>
        <Icon name="question" size={20} />
        {translate('header.page_help')}
      </Link>
      <PageHelpDialog page={page} isOpen={isOpen} onClose={close} />
    </>
  )
}

interface PageHelpDialogProps {
  readonly page: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

function PageHelpDialog({ page, isOpen, onClose }: PageHelpDialogProps) {
  const translate = useCopy()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  return (
    <dialog ref={dialog} className="page-help" aria-label={translate('header.page_help')} onClose={onClose}>
      <div className="page-help-bar">
        <p>{translate('page_help.kept')}</p>
        <Button variant="secondary" onClick={() => dialog.current?.close()}>
          {translate('page_help.close')}
        </Button>
      </div>
      {isOpen && <HelpForPage page={page} />}
    </dialog>
  )
}

function HelpForPage({ page }: { readonly page: string }) {
  const translate = useCopy()
  const [attempt, setAttempt] = useState(0)
  const [Text, setText] = useState<HelpOverPage | 'failed'>()
  useEffect(() => {
    let isWanted = true
    void fetchHelp().then((text) => {
      if (isWanted) setText(() => text)
    })
    return () => {
      isWanted = false
    }
  }, [attempt])
  if (Text === undefined) return <Skeleton lines={6} />
  if (Text !== 'failed') return <Text name={page} />
  return (
    <>
      <p>{translate('page_help.failed')}</p>
      <Button
        variant="secondary"
        onClick={() => {
          setText(undefined)
          setAttempt(attempt + 1)
        }}
      >
        {translate('try_again')}
      </Button>
    </>
  )
}

async function fetchHelp(): Promise<HelpOverPage | 'failed'> {
  try {
    const [file] = await Promise.all([import('../rooms/content/help/help-text.tsx'), copyIsReady([helpCopy])])
    return file.HelpOverPage
  } catch {
    return 'failed'
  }
}

/**
 * Whether the help is open, kept as an entry of its own in the browser's history: Back, which people press to leave
 * what covers a phone's screen, closes the help and does not leave the page.
 */
function useOpenInHistory() {
  const [isOpen, setOpen] = useState(isOpenInHistory)
  useEffect(() => {
    function follow() {
      setOpen(isOpenInHistory())
    }
    window.addEventListener('popstate', follow)
    return () => {
      window.removeEventListener('popstate', follow)
    }
  }, [])
  function open() {
    // The same place once more: what is drawn for it stays.
    history.pushState({ ...(history.state as object | null), pageHelp: true }, '')
    setOpen(true)
  }
  function close() {
    setOpen(false)
    if (isOpenInHistory()) history.back()
  }
  return [isOpen, open, close] as const
}

function isOpenInHistory(): boolean {
  const entry: unknown = history.state
  return typeof entry === 'object' && entry !== null && 'pageHelp' in entry
}
