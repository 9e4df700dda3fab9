import pino, { type DestinationStream, type Logger } from 'pino'
import { errorForLog } from './fault.ts'

/**
 * JSON lines without personal details. Of an error only its kind, code and place are written: messages of the
 * database driver repeat values, and the framework's repeat addresses.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: errorForLog },
    hooks: {
      logMethod(args, method) {
        const [first, message] = args as [unknown, unknown]
        const error = first instanceof Error ? first : errorIn(first)
        if (error === undefined) {
          method.apply(this, args)
          return
        }
        const words = typeof message === 'string' && message !== error.message ? message : error.name
        method.apply(this, [first instanceof Error ? { err: first } : first, words] as never)
      },
    },
  }
  return pino(options, destination ?? standardOutput())
}

/** Lines go out together, a tenth of a second late at most, and at the latest when the process ends. */
function standardOutput(): DestinationStream {
  return pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 100 })
}

function errorIn(value: unknown): Error | undefined {
  return typeof value === 'object' && value !== null && 'err' in value && value.err instanceof Error
    ? value.err
    : undefined
}
