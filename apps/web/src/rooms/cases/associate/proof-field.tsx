import { useEffect, useRef, type ReactNode } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { associateCopy } from './associate-copy.ts'
import type { Proof, TypedAssociation } from './typed-association.ts'
import { WhyDigits } from './why-digits.tsx'

interface ProofFieldProps {
  readonly typed: TypedAssociation
  readonly labels: { readonly ssnLast4: string; readonly code: string }
  readonly errorOf: (name: string) => ReactNode
  readonly onChange: (change: Partial<TypedAssociation>) => void
}

/** The field for the Social Security digits or the one for a code, and the way from one to the other. */
export function ProofField({ typed: { proof, ssnLast4, code }, labels, errorOf, onChange }: ProofFieldProps) {
  const translate = useCopy(associateCopy)
  const part = useRef<HTMLDivElement>(null)
  const before = useRef(proof)
  useEffect(() => {
    // Whoever changed to the other one goes on in its field, which came in the place of the first.
    if (before.current !== proof) part.current?.querySelector('input')?.focus()
    before.current = proof
  }, [proof])
  const other: Proof = proof === 'digits' ? 'code' : 'digits'
  return (
    <div ref={part}>
      {proof === 'digits' ? (
        // What is typed can be read: a slip costs one of few tries.
        <TextInput
          key="digits"
          name="ssnLast4"
          label={labels.ssnLast4}
          hint={translate('associate.digits.hint')}
          error={errorOf('ssnLast4')}
          required
          inputMode="numeric"
          autoComplete="off"
          value={ssnLast4}
          onChange={(event) => {
            onChange({ ssnLast4: event.target.value })
          }}
        />
      ) : (
        <TextInput
          key="code"
          name="code"
          label={labels.code}
          hint={translate('associate.code.hint')}
          error={errorOf('code')}
          required
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          value={code}
          onChange={(event) => {
            onChange({ code: event.target.value })
          }}
        />
      )}
      {proof === 'code' && <p className="proof-note">{translate('associate.code.get')}</p>}
      <p className="proof-switch">
        <Button
          variant="secondary"
          onClick={() => {
            onChange({ proof: other })
          }}
        >
          {translate(`associate.to_${other}`)}
        </Button>
      </p>
      {proof === 'digits' && <WhyDigits />}
    </div>
  )
}
