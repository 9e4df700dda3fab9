import { useCopy } from '../lib/copy/use-copy.tsx'
import { Button } from './button.tsx'

/** Prints the page; the print styles leave out what is no use on paper. */
export function PrintButton() {
  const translate = useCopy()
  return (
    <Button
      variant="secondary"
      icon="print"
      onClick={() => {
        window.print()
      }}
    >
      {translate('print')}
    </Button>
  )
}
