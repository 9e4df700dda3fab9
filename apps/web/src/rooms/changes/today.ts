import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import { serverNow } from '../../lib/api.ts'

/** The calendar day in Connecticut by which due dates are counted, by the service's clock. */
export function todayInConnecticut(): string {
  return dayInConnecticut(new Date(serverNow()))
}
