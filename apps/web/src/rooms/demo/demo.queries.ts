import type { DemoHouseholds } from '@connect/contract/rooms/demo'
import { answerOf, api, fresh, type Answer } from '../../lib/api.ts'

/** Made-up people whose cases can be associated; `resource.not_found` where this is no demonstration. */
export function fetchDemoHouseholds(): Promise<Answer<DemoHouseholds>> {
  return answerOf(api.GET('/api/v1/demo/households', fresh()))
}
