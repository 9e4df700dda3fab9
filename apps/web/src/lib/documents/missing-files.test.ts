import { describe, expect, it } from 'vitest'
import { mayStillArrive, missingFiles } from './missing-files.ts'
import type { Upload } from './uploads.ts'

describe('files that have not arrived', () => {
  it('are counted apart: those that come by themselves, and those that somebody has to send again', () => {
    const uploads = [
      anUpload({ state: 'waiting' }),
      anUpload({ state: 'sending' }),
      failed(413),
      anUpload({ state: 'sending', part: 'there' }),
      anUpload({ state: 'sending', owner: 'another report' }),
    ]
    expect(missingFiles(uploads, 'report')).toEqual({ onTheWay: 3, stopped: 1 })
    expect(missingFiles(uploads, 'report', 'here')).toEqual({ onTheWay: 2, stopped: 1 })
    expect(missingFiles(uploads, 'report', 'nowhere')).toEqual({ onTheWay: 0, stopped: 0 })
  })

  it.each([
    [anUpload({ state: 'waiting' }), true],
    [anUpload({ state: 'sending' }), true],
    [failed(0), true],
    [failed(401), true],
    [failed(429), true],
    [failed(503), true],
    [failed(413), false],
    [failed(422), false],
  ])('may still arrive, unless the service takes them never: %j', (upload, expected) => {
    expect(mayStillArrive(upload)).toBe(expected)
  })
})

function anUpload(own: Partial<Upload>): Upload {
  const file = new File(['x'], 'stub.jpg')
  const place = { owner: 'report', part: 'here' }
  return {
    id: 'a-key',
    ...place,
    kind: 'other',
    file,
    position: 1,
    state: 'sending',
    progress: 0,
    refusal: undefined,
    ...own,
  }
}

function failed(status: number): Upload {
  return anUpload({ state: 'failed', refusal: { code: 'any', status, retryAfterSeconds: undefined } })
}
