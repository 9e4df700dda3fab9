import { useSyncExternalStore } from 'react'
import { useCopy } from '../lib/copy/use-copy.tsx'
import { Icon } from '../ui/icon.tsx'

/** Says quietly, over the foot of the window, that the connection is lost; goes away by itself. */
export function OfflineNotice() {
  const translate = useCopy()
  const online = useSyncExternalStore(listen, () => navigator.onLine)
  return (
    <div className="offline-notice" role="status">
      {!online && (
        <p className="page">
          <Icon name="offline" size={20} />
          <span>{translate('offline')}</span>
        </p>
      )}
    </div>
  )
}

function listen(changed: () => void) {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}
