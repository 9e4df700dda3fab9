import type { PlaceName } from './uploads.ts'

/** Knows which files are on their way to a place. */
interface PlaceKeeper {
  /** A place is there no more. */
  readonly leave: (place: PlaceName) => void
  /** A place goes by another name from now on. */
  readonly move: (from: PlaceName, to: PlaceName) => void
}

let keeper: PlaceKeeper | undefined

/** Begins to tell of places. */
export function keepPlaces(next: PlaceKeeper): void {
  keeper = next
}

/** Who is told of places; undefined where this tab has sent no file: pages that send none do without all of that. */
export function placeKeeper(): PlaceKeeper | undefined {
  return keeper
}
