import { useState } from 'react'
import { changeGroups } from '@connect/contract/changes/change-groups'
import type { ChangeType } from '@connect/contract/changes/change-type'
import { changeTypes } from '@connect/contract/changes/change-types'
import { reportLimits } from '@connect/contract/rooms/report-limits'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { useNavigate } from '../../../lib/navigation/navigation.tsx'
import { draftPaths, paths } from '../../../lib/paths.ts'
import { findsAllWords } from '../../../lib/search-text.ts'
import { CheckboxField } from '../../../ui/choices.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { flowCopy } from '../flow-copy.ts'
import { useChangeNames } from '../use-change-names.ts'
import { isBlank, newChange } from '../draft/change-list.ts'
import type { StepProps } from './draft-page.tsx'
import { RemoveChange, type Removal } from './remove-change.tsx'
import { StepFrame } from './step-frame.tsx'
import { takeOutKind } from './taking-out.ts'

/** First step: everything that has changed. */
export function WhatStep({ draft }: StepProps) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const navigate = useNavigate()
  const names = useChangeNames()
  const { keeper, kept } = draft
  const [typed, setTyped] = useState('')
  const [removing, setRemoving] = useState<Removal>()
  const [attempt, setAttempt] = useState(0)
  const isMissing = attempt > 0 && kept.changes.length === 0
  const found = changeTypes.filter(({ label, hint, searchWords }) =>
    findsAllWords([label[language], hint?.[language], searchWords[language]].join(' '), typed),
  )
  const groups = changeGroups
    .map((group) => ({ group, types: found.filter((type) => type.group === group) }))
    .filter(({ types }) => types.length > 0)

  const choose = (type: ChangeType, isChosen: boolean) => {
    const ofKind = kept.changes.filter(({ typeId }) => typeId === type.id)
    const remove = () => {
      takeOutKind(draft, type.id)
    }
    if (isChosen) keeper.update((changes) => [...changes, newChange(type)])
    else if (ofKind.every(isBlank)) remove()
    else setRemoving({ change: type.label[language], count: ofKind.length, remove })
  }
  const goOn = () => {
    setAttempt(attempt + 1)
    if (kept.changes.length > 0) navigate(draftPaths.change(kept.report.id, 1))
  }
  return (
    <StepFrame
      draft={draft}
      step="what"
      back={paths.reportChange}
      heading={translate('changes.what.heading')}
      introduction={<p>{translate('changes.what.intro')}</p>}
      errors={isMissing ? [{ name: found[0]?.id, text: translate('changes.what.missing') }] : []}
      attempt={attempt}
      onSubmit={goOn}
    >
      <SearchField
        name="search"
        label={translate('changes.what.search')}
        hint={translate('changes.what.search.hint')}
        value={typed}
        onChange={setTyped}
        status={typed.trim() !== '' && translate('changes.what.found', { count: found.length })}
      />
      {groups.map(({ group, types }) => (
        <fieldset key={group} className="change-group">
          <legend>
            <h2>{translate(`changes.group.${group}`)}</h2>
          </legend>
          {types.map((type) => {
            const count = kept.changes.filter(({ typeId }) => typeId === type.id).length
            return (
              <CheckboxField
                key={type.id}
                name={type.id}
                label={type.label[language]}
                hint={count > 1 ? translate('changes.what.several', { count }) : type.hint?.[language]}
                checked={count > 0}
                disabled={count === 0 && kept.changes.length >= reportLimits.changes}
                onChange={({ target }) => {
                  choose(type, target.checked)
                }}
              />
            )
          })}
        </fieldset>
      ))}
      {kept.changes.length > 0 && (
        <p>
          <strong>{translate('changes.what.chosen')}</strong> {names(kept.changes)}
        </p>
      )}
      <RemoveChange
        removal={removing}
        onClose={() => {
          setRemoving(undefined)
        }}
      />
    </StepFrame>
  )
}
