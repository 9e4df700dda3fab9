import { useEffect, useRef, useState } from 'react'
import { usePlace } from '../../../lib/navigation/navigation.tsx'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Accordion } from '../../../ui/accordion.tsx'
import { Button } from '../../../ui/button.tsx'
import { PhoneHelp } from '../../../ui/phone-help.tsx'
import { questionsCopy } from '../content.copy.ts'
import { InformationPage, InformationSection } from '../information.tsx'
import { plainText } from '../prose.ts'
import { Prose } from '../prose.tsx'
import { questionGroups, type QuestionGroup, type QuestionId } from '../questions/questions.ts'
import { SnapDaysTable } from '../questions/snap-days-table.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { findsAllWords } from '../../../lib/search-text.ts'

/** What people ask most, in groups and to be searched. */
export function QuestionsPage() {
  const translate = useCopy(questionsCopy)
  const [typed, setTyped] = useState('')
  const [allOpen, rememberAllOpen] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  useOpenedByAddress()
  const groups = questionGroups
    .map((group) => ({
      id: group.id,
      questions: group.questions.filter((id) => {
        const answer = plainText(translate(`questions.${id}.answer`))
        return findsAllWords(`${translate(`questions.${id}.question`)} ${answer}`, typed)
      }),
    }))
    .filter(({ questions }) => questions.length > 0)
  const count = groups.reduce((sum, { questions }) => sum + questions.length, 0)

  function setAllOpen(open: boolean) {
    rememberAllOpen(open)
    for (const answer of list.current?.querySelectorAll('details') ?? []) answer.open = open
  }

  return (
    <InformationPage title={translate('questions.title')} lead={translate('questions.lead')}>
      <SearchField
        name="search"
        label={translate('questions.search.label')}
        hint={translate('questions.search.hint')}
        value={typed}
        onChange={setTyped}
        status={typed.trim() !== '' && count > 0 && translate('questions.search.found', { count })}
      />
      {count === 0 && <Prose>{translate('questions.search.none')}</Prose>}
      {count > 0 && (
        <div className="button-row screen-only">
          <Button
            variant="secondary"
            onClick={() => {
              setAllOpen(!allOpen)
            }}
          >
            {translate(allOpen ? 'questions.close_all' : 'questions.open_all')}
          </Button>
        </div>
      )}
      <div ref={list}>
        {groups.map((group) => (
          <Group key={group.id} {...group} />
        ))}
      </div>
      <PhoneHelp lines={['client-information', 'myaccount-support']} />
    </InformationPage>
  )
}

function Group({
  id,
  questions,
}: {
  readonly id: QuestionGroup['id']
  readonly questions: readonly QuestionId[]
}) {
  const translate = useCopy(questionsCopy)
  return (
    <InformationSection title={translate(`questions.group.${id}`)}>
      {questions.map((question) => (
        <Accordion
          key={question}
          id={addressOf(question)}
          level={3}
          title={translate(`questions.${question}.question`)}
        >
          <Prose>{translate(`questions.${question}.answer`)}</Prose>
          {question === 'snap_day' && <SnapDaysTable />}
        </Accordion>
      ))}
    </InformationSection>
  )
}

/** The fragment of a question's address, such as `#snap-day`. */
function addressOf(question: QuestionId): string {
  return question.replaceAll('_', '-')
}

/** A link to one question opens its answer. */
function useOpenedByAddress() {
  const { hash } = usePlace()
  useEffect(() => {
    const answer = hash === '' ? null : document.getElementById(hash.slice(1))
    if (!(answer instanceof HTMLDetailsElement)) return
    answer.open = true
    answer.scrollIntoView()
    answer.querySelector('summary')?.focus({ preventScroll: true })
  }, [hash])
}
