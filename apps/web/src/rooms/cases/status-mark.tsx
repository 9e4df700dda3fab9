import type { ProgramStatus } from '@connect/contract/benefits/programs'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { casesCopy } from './cases-copy.ts'
import './cases.css'

/** How a benefit stands, in plain words. */
export function StatusMark({ status }: { readonly status: ProgramStatus }) {
  const translate = useCopy(casesCopy)
  return <span className={`case-mark case-mark-${status}`}>{translate(`cases.status.${status}`)}</span>
}
