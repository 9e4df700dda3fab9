import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { usePlace } from '../../../lib/navigation/navigation.tsx'
import { Alert } from '../../../ui/alert.tsx'
import { FocusBox } from '../../../ui/focus-box.tsx'
import { profileCopy } from './profile-copy.ts'

/** What has just been done; the words are `profile.done.<name>`. */
const deeds = [
  'name',
  'email_asked',
  'email_same',
  'email_removed',
  'email_taken_back',
  'email_waits',
  'language',
  'password',
  'secret_questions',
  'kept',
] as const
export type Deed = (typeof deeds)[number]

/** What a page hands to the next one, in the history entry. */
export interface DoneState {
  readonly done: Deed
}

/** Tells what the page before has done, if anything. Takes focus when the page opens, so that it is read out. */
export function SuccessNotice() {
  const translate = useCopy(profileCopy)
  const done = readDone(usePlace().state)
  if (done === undefined) return null
  return (
    <FocusBox on={done}>
      <Alert kind="success">
        <p>{translate(`profile.done.${done}`)}</p>
      </Alert>
    </FocusBox>
  )
}

function readDone(state: unknown): Deed | undefined {
  if (typeof state !== 'object' || state === null || !('done' in state)) return undefined
  return deeds.find((deed) => deed === state.done)
}
