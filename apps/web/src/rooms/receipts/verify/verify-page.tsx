import { useEffect, useRef, useState } from 'react'
import type { Verification } from '@connect/contract/rooms/receipts'
import type { Answer } from '../../../lib/api.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { LoadFailed } from '../../../lib/own-pages/load-failed.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { PhoneHelp } from '../../../ui/phone-help.tsx'
import { receiptsCopy } from '../receipts-copy.ts'
import { verifyCode } from '../receipts.queries.ts'
import { FileDrop } from './file-drop.tsx'
import { Judgement } from './judgement.tsx'
import { hideCode, readCode } from './shown-code.ts'
import { judgeFile } from './shown-file.ts'
import '../receipts.css'

/** Has a receipt judged. */
interface Ask {
  readonly isOfCode: boolean
  readonly judge: () => Promise<Answer<Verification>>
}

type State = 'idle' | 'asking' | (Pick<Ask, 'isOfCode'> & { readonly answer: Answer<Verification> })

/** Whether a receipt is real, for anybody: from its file, or from its code, which brings one here. */
export function VerifyPage() {
  const translate = useCopy(receiptsCopy)
  const { state, ask, retry } = useJudgement()
  return (
    <div className="page">
      <div className="measure">
        <PageHeading>{translate('receipts.verify.heading')}</PageHeading>
        <p>{translate('receipts.verify.intro')}</p>
        <div role="status">
          {state === 'asking' && <p>{translate('receipts.verify.working')}</p>}
          {typeof state === 'object' && state.answer.refusal === undefined && (
            <Judgement verification={state.answer.data} isOfCode={state.isOfCode} />
          )}
        </div>
        {typeof state === 'object' && state.answer.refusal && (
          <LoadFailed code={state.answer.refusal.code} onRetry={retry} />
        )}
        <section className="receipt-part screen-only">
          <h2>{translate('receipts.verify.choose')}</h2>
          <FileDrop
            onFile={(file) => {
              ask({ isOfCode: false, judge: () => judgeFile(file) })
            }}
          />
          <p>{translate('receipts.verify.private')}</p>
        </section>
        <section className="receipt-part screen-only">
          <h2>{translate('receipts.verify.by_hand.heading')}</h2>
          <p>
            {translate('receipts.verify.by_hand.text', {
              address: `${location.origin}/api/v1/receipts/keys`,
            })}
          </p>
        </section>
        <PhoneHelp lines={['client-information', 'tty']} />
      </div>
    </div>
  )
}

/** What is asked of the service, and what it said last. A code in the address is asked for at once, and taken out of it. */
function useJudgement() {
  const [state, setState] = useState<State>('idle')
  const latest = useRef<Ask>(undefined)
  const ask = useRef((wanted: Ask) => {
    latest.current = wanted
    setState('asking')
    void wanted.judge().then((answer) => {
      // Something else was shown meanwhile.
      if (latest.current === wanted) setState({ answer, isOfCode: wanted.isOfCode })
    })
  })
  useEffect(() => {
    const follow = () => {
      const code = readCode()
      hideCode()
      if (code !== undefined) ask.current({ isOfCode: true, judge: () => verifyCode(code) })
    }
    follow()
    addEventListener('hashchange', follow)
    return () => {
      removeEventListener('hashchange', follow)
    }
  }, [])
  return {
    state,
    ask: (wanted: Ask) => {
      ask.current(wanted)
    },
    retry: () => {
      if (latest.current) ask.current(latest.current)
    },
  }
}
