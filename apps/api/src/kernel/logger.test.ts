import { expect, it } from 'vitest'
import { createLogger } from './logger.ts'

it('writes of an error its kind and code, never its words', () => {
  const lines: string[] = []
  const logger = createLogger('debug', { write: (line) => void lines.push(line) })
  const error = Object.assign(new Error('Reply was already sent for /page?name=garcia'), {
    code: 'FST_ERR_REP_ALREADY_SENT',
  })
  logger.warn({ err: error }, error.message)
  logger.child({ requestId: '1' }).error(error)
  logger.error({ err: error }, 'request failed')
  expect(lines).toHaveLength(3)
  expect(lines.join()).not.toContain('garcia')
  expect(lines[0]).toContain('FST_ERR_REP_ALREADY_SENT')
  expect(lines[2]).toContain('request failed')
})
