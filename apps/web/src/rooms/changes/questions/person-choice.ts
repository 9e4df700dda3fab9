import type { DetailValue } from '@connect/contract/changes/draft-change'

/** The value of the choice of somebody who is not in the case. */
export const added = 'added'

/** An answer to who it is about. */
export interface GivenPerson {
  readonly value: DetailValue | undefined
  /** What was typed of a birth date and is no day yet. */
  readonly birthDate: string
}

/**
 * What follows from each choice on one page, given the answer before it. What was typed of somebody is there again when
 * that choice is: one mistaken press takes no name away.
 */
export function createPersonChoices() {
  // An empty name stands for the choice itself, so that it is there again on another device.
  let typed: GivenPerson = { value: { firstName: '' }, birthDate: '' }
  return (choice: string, before: GivenPerson, wasByName: boolean): GivenPerson => {
    if (wasByName) typed = before
    return choice === added ? typed : { value: { memberId: choice }, birthDate: '' }
  }
}
