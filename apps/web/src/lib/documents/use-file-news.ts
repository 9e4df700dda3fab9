import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useCopy } from '../copy/use-copy.tsx'
import { useLanguage } from '../copy/use-language.ts'
import type { StoredDocument } from './document-place.ts'
import { documentsCopy } from './documents-copy.ts'
import type { Upload } from './uploads.ts'
import { useFileWords } from './use-file-words.ts'

/** The last thing that happened to some files, in words for those who do not see the page; nothing until something does. */
export function useFileNews(documents: readonly StoredDocument[], uploads: readonly Upload[]) {
  const translate = useCopy(documentsCopy)
  const fileWords = useFileWords()
  const language = useLanguage()
  const [told, setTold] = useState({ news: '', language })
  const say = (news: string) => {
    setTold({ news, language })
  }
  const before = useRef<ReadonlyMap<string, string>>(undefined)
  const key = [...statesOf()].join(' ')
  const tell = useEffectEvent(() => {
    const known = before.current
    before.current = statesOf()
    if (!known) return
    const lines = [...uploadNews(known), ...documentNews(known)]
    if (lines.length > 0) say(lines.join(' '))
  })
  useEffect(() => {
    // Only what became of the files is news, not that words are others.
    tell()
  }, [key])
  // What was said in the other language is not said again, and does not stay either.
  return { news: told.language === language ? told.news : '', say }

  function statesOf(): ReadonlyMap<string, string> {
    return new Map([...uploads, ...documents].map(({ id, state }) => [id, state]))
  }

  function uploadNews(known: ReadonlyMap<string, string>): readonly string[] {
    return uploads
      .filter(({ id, state }) => state !== 'waiting' && known.get(id) !== state)
      .map(({ file, refusal }) =>
        refusal
          ? `${file.name}: ${fileWords.failure(refusal)}`
          : translate('documents.news.sending', { name: file.name }),
      )
  }

  function documentNews(known: ReadonlyMap<string, string>): readonly string[] {
    return documents
      .filter(({ id, state }) => isNews(known.get(id), state))
      .map((document) => `${document.fileName}: ${fileWords.state(document)}`)
  }
}

/** Arriving and being refused are told at once; that it is being looked at says nothing new. */
function isNews(before: string | undefined, state: StoredDocument['state']): boolean {
  if (before === state) return false
  return before === undefined || state === 'ready' || state === 'refused'
}
