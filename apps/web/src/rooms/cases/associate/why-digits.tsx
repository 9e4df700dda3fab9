import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Accordion } from '../../../ui/accordion.tsx'
import { associateCopy } from './associate-copy.ts'

/**
 * Why the digits of the Social Security number are asked, under which authority, and that giving them is voluntary:
 * section 7(b) of the Privacy Act of 1974 wants it told to whoever is asked.
 */
export function WhyDigits() {
  const translate = useCopy(associateCopy)
  return (
    <div className="why-digits">
      <Accordion title={translate('associate.why.title')}>
        <dl>
          <dt>{translate('associate.why.use')}</dt>
          <dd>{translate('associate.why.use_text')}</dd>
          <dt>{translate('associate.why.choice')}</dt>
          <dd>{translate('associate.why.choice_text')}</dd>
          <dt>{translate('associate.why.law')}</dt>
          <dd>
            {translate('associate.why.law_text')}
            <ul>
              <li>{translate('associate.why.law_snap')}</li>
              <li>{translate('associate.why.law_medical')}</li>
            </ul>
            {translate('associate.why.law_privacy')}
          </dd>
        </dl>
      </Accordion>
    </div>
  )
}
