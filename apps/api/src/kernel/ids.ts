import { v7 } from 'uuid'

/** A new id (UUID version 7): later ones sort behind earlier ones, so that indexes grow at their end. */
export function timeOrderedId(): string {
  return v7()
}
