import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { answerStep, answersOf, lacksOnlySecrets, withoutSecrets } from './draft.ts'
import { firstIncomplete, isReachable, nextStep, previousStep, progress, stepsOf, type Flow } from './flow.ts'

interface Trip {
  readonly by?: string
  readonly plate?: string
  readonly day?: string
}

const given = z.string().check(z.minLength(1))

/** A wizard with a step that is asked of some people only, and an answer that hangs on another one. */
const trip: Flow<Trip> = {
  name: 'trip',
  steps: [
    { name: 'by', path: 'by', fields: ['by'], schema: z.object({ by: given }), clears: ['plate', 'day'] },
    {
      name: 'plate',
      path: 'plate',
      fields: ['plate'],
      schema: z.object({ plate: given }),
      when: ({ by }) => by === 'car',
    },
    { name: 'day', path: 'day', fields: ['day'], schema: z.object({ day: given }) },
  ],
  review: { path: 'check' },
  secrets: ['/plate', '/not/there', '/day/*/deeper'],
}

function pathThrough(draft: Trip): string[] {
  const walked: string[] = []
  for (let step = stepsOf(trip, draft)[0] ?? null; step; step = nextStep(trip, draft, step.name))
    walked.push(step.name)
  return walked
}

describe('a declared wizard', () => {
  it.each([
    [{ by: 'car' }, ['by', 'plate', 'day']],
    [{ by: 'bus' }, ['by', 'day']],
    [{}, ['by', 'day']],
  ])('asks %j the steps %j, forwards and backwards', (draft, path) => {
    expect(pathThrough(draft)).toEqual(path)
    const back: string[] = []
    for (let step = previousStep(trip, draft); step; step = previousStep(trip, draft, step.name))
      back.push(step.name)
    expect(back.reverse()).toEqual(path)
  })

  it('leads off a step that is no longer asked, and never onto it', () => {
    expect(nextStep(trip, { by: 'bus' }, 'plate')?.name).toBe('day')
    expect(previousStep(trip, { by: 'bus' }, 'plate')?.name).toBe('by')
    expect(isReachable(trip, { by: 'bus' }, 'plate')).toBe(false)
    expect(progress(trip, { by: 'bus' }, 'day')).toEqual({ position: 2, count: 2 })
  })

  it('skips what is not asked when it looks for what is missing', () => {
    expect(firstIncomplete(trip, { by: 'bus' })?.name).toBe('day')
    expect(firstIncomplete(trip, { by: 'car' })?.name).toBe('plate')
    expect(firstIncomplete(trip, { by: 'bus', day: 'Monday' })).toBeNull()
  })

  it('forgets what hangs on an answer when that answer changes, and keeps it when it does not', () => {
    const draft = { by: 'car', plate: 'AB 12', day: 'Monday' }
    const [by] = trip.steps
    if (!by) throw new Error('the trip has a first step')
    expect(answerStep(by, draft, { by: 'bus' })).toEqual({ by: 'bus' })
    expect(answerStep(by, draft, { by: 'car' })).toEqual(draft)
  })

  it('sends nothing of a step that fell away', () => {
    expect(answersOf(trip, { by: 'bus', plate: 'AB 12', day: 'Monday' })).toEqual({
      by: 'bus',
      day: 'Monday',
    })
  })

  it('drops secrets where they are and minds no path that leads nowhere', () => {
    expect(withoutSecrets(trip, { by: 'car', plate: 'AB 12', day: 'Monday' })).toEqual({
      by: 'car',
      day: 'Monday',
    })
  })

  it('does not call a step that was never answered one that only lacks its secrets', () => {
    const plate = trip.steps[1]
    if (!plate) throw new Error('the trip has a second step')
    expect(lacksOnlySecrets(trip, plate, { by: 'car' })).toBe(false)
  })
})
