import { useState } from 'react'
import type { DeviceSession } from '@connect/contract/rooms/session'
import { deviceText } from '@connect/contract/shared/device-words'
import { RichText, useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { momentInWords } from '../../../lib/dates.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { ActionButton } from '../../../lib/own-pages/action-button.tsx'
import { LoadedList } from '../../../lib/own-pages/loaded-list.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths } from '../../../lib/paths.ts'
import { useSend } from '../../../lib/use-send.ts'
import { Alert } from '../../../ui/alert.tsx'
import { FocusBox } from '../../../ui/focus-box.tsx'
import { profileCopy } from './profile-copy.ts'
import { endSession, fetchDevices } from './profile.queries.ts'

/** Where the account is signed in now, and how to sign out there. */
export function DevicesPage() {
  const translate = useCopy(profileCopy)
  return (
    <OwnPage heading={translate('profile.devices.heading')}>
      {() => (
        <>
          <p>{translate('profile.devices.intro')}</p>
          <p>
            <RichText
              copy={profileCopy}
              id="profile.devices.everywhere"
              components={{ link: <Link to={paths.password} /> }}
            />
          </p>
          <Devices />
        </>
      )}
    </OwnPage>
  )
}

function Devices() {
  const translate = useCopy(profileCopy)
  const language = useLanguage()
  const [ended, setEnded] = useState<readonly DeviceSession[]>([])
  const last = ended.at(-1)
  return (
    <>
      <FocusBox on={last}>
        {last && (
          <Alert kind="success">
            <p>{translate('profile.devices.ended', { device: deviceText(last.device, language) })}</p>
          </Alert>
        )}
      </FocusBox>
      <LoadedList fetchPage={fetchDevices}>
        {(device) => (
          <Device
            device={device}
            isEnded={ended.some(({ id }) => id === device.id)}
            onEnd={() => {
              setEnded((before) => [...before, device])
            }}
          />
        )}
      </LoadedList>
    </>
  )
}

interface DeviceProps {
  readonly device: DeviceSession
  readonly isEnded: boolean
  readonly onEnd: () => void
}

function Device({ device, isEnded, onEnd }: DeviceProps) {
  const translate = useCopy(profileCopy)
  const language = useLanguage()
  const { id, place, createdAt, lastSeenAt, current, ownDevice } = device
  const sending = useSend({
    send: async () => {
      const { refusal } = await endSession(id)
      // It was over already: that is what was asked for.
      if (refusal !== undefined && refusal.code !== 'resource.not_found') return refusal
      onEnd()
      return undefined
    },
  })
  return (
    <>
      <p className="entry-title">
        {deviceText(device.device, language)}
        {current && ` (${translate('profile.devices.current')})`}
      </p>
      <p>{translate('profile.devices.since', { moment: momentInWords(createdAt, language) })}</p>
      <p>{translate('profile.devices.last_seen', { moment: momentInWords(lastSeenAt, language) })}</p>
      {place !== 'unknown' && <p className="entry-note">{translate(`profile.place.${place}`)}</p>}
      {ownDevice && <p className="entry-note">{translate('profile.devices.own')}</p>}
      {isEnded && <p className="entry-title">{translate('profile.devices.is_out')}</p>}
      {!current && !isEnded && (
        <ActionButton sending={sending} icon="sign-out" busyLabel={translate('profile.devices.ending')}>
          {translate('profile.devices.end')}
          <span className="visually-hidden">
            : {deviceText(device.device, language)}, {momentInWords(createdAt, language)}
          </span>
        </ActionButton>
      )}
    </>
  )
}
