import type { OwnCaseLink } from '@connect/contract/rooms/case-links'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { momentInWords } from '../../../lib/dates.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { AskedAction } from '../../../lib/own-pages/asked-action.tsx'
import { casePaths } from '../../../lib/paths.ts'
import { associateCopy } from '../associate/associate-copy.ts'
import { deleteCaseLink } from '../associate/associate.queries.ts'

interface OwnLinkProps {
  readonly link: OwnCaseLink
  readonly onRemoved: (link: OwnCaseLink) => void
}

/** One association: whose it is, the cases behind it, and how it is removed. */
export function OwnLink({ link, onRemoved }: OwnLinkProps) {
  const translate = useCopy(associateCopy)
  const language = useLanguage()
  const { id, held, caseId, otherCaseIds, linkedAt } = link
  const name = useNameOf(link)
  const caseIds = caseId === null ? [] : [caseId, ...otherCaseIds]
  const since = momentInWords(linkedAt, language)
  return (
    <>
      <p className="entry-title">{name}</p>
      <p className="entry-note">{translate('links.since', { moment: since })}</p>
      {held ? (
        <p>
          <Link className="letter-link" to={casePaths.confirm(id)}>
            {translate('links.open_again')}
          </Link>
        </p>
      ) : (
        caseIds.map((each, index) => (
          <p key={each}>
            <Link className="letter-link" to={casePaths.overview(each)}>
              {caseIds.length === 1
                ? translate('links.see_case')
                : translate('links.see_case_of', { number: index + 1, of: caseIds.length })}
            </Link>
          </p>
        ))
      )}
      {!held && caseId === null && <p>{translate('links.no_case_text')}</p>}
      <RemoveLink link={link} what={`${name}, ${since}`} onRemoved={onRemoved} />
    </>
  )
}

/** As the case names the person; what can be said where it does not. */
function useNameOf({ held, person }: OwnCaseLink): string {
  const translate = useCopy(associateCopy)
  if (held) return translate('links.held')
  return person === null
    ? translate('links.no_case')
    : translate('links.case_of', { name: `${person.firstName} ${person.lastName}` })
}

/** Asks before it removes. */
function RemoveLink({ link, what, onRemoved }: OwnLinkProps & { readonly what: string }) {
  const translate = useCopy(associateCopy)
  const remove = async () => {
    const { refusal } = await deleteCaseLink(link.id)
    // It was gone already: that is what was asked for.
    return refusal?.code === 'resource.not_found' ? undefined : refusal
  }
  return (
    <AskedAction
      label={
        <>
          {translate('links.remove')}
          <span className="visually-hidden">: {what}</span>
        </>
      }
      words={{
        title: translate('links.remove.title'),
        keep: translate('links.remove.keep'),
        confirm: translate('links.remove.confirm'),
        busy: translate('links.remove.busy'),
      }}
      send={remove}
      onDone={() => {
        onRemoved(link)
      }}
    >
      <p className="entry-title">{what}</p>
      <p>{translate('links.remove.text')}</p>
    </AskedAction>
  )
}
