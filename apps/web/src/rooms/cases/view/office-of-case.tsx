import { useEffect, useState } from 'react'
import type * as z from 'zod/mini'
import type { officesResponse } from '@connect/contract/rooms/content'
import { answerOf, api, withinReason } from '../../../lib/api.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link } from '../../../lib/navigation/link.tsx'
import { paths } from '../../../lib/paths.ts'
import { casesCopy } from '../cases-copy.ts'

type Office = z.infer<typeof officesResponse>['items'][number]

/** The office that looks after the case; nothing until it is known, and where nobody knows it. */
export function OfficeOfCase({ id }: { readonly id: string }) {
  const translate = useCopy(casesCopy)
  const [office, setOffice] = useState<Office>()
  useEffect(() => {
    let isWanted = true
    void answerOf(api.GET('/api/v1/offices', { signal: withinReason() })).then((answer) => {
      if (isWanted && !answer.refusal) setOffice(answer.data.items.find((item) => item.id === id))
    })
    return () => {
      isWanted = false
    }
  }, [id])
  if (!office) return null
  const { street, city, state, postalCode } = office.address
  return (
    <>
      <h3>{translate('cases.office')}</h3>
      <address className="case-address">
        <span>{office.name}</span>
        <span>{street}</span>
        <span>
          {city}, {state} {postalCode}
        </span>
      </address>
      <p>
        <Link to={paths.offices}>{translate('cases.office.hours')}</Link>
      </p>
    </>
  )
}
