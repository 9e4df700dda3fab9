import { secretQuestionCount, secretQuestions } from '@connect/contract/credentials/secret-questions'

/** The questions of one account in their order, by their places in the list. */
type Choice = readonly number[]

const places = secretQuestions.map((_, place) => place)
const placeOf: ReadonlyMap<string, number> = new Map(secretQuestions.map(({ id }, place) => [id, place]))

/** What all questions together weigh before anybody has chosen: an empty database has decoys too. */
const prior = 5

/** How much of what follows one question is believed of few accounts. */
const doubt = 1

/** So many accounts with the same questions in the same order make a habit, such as taking the first five. */
const habit = 3

/**
 * Draws the questions of somebody who does not exist as somebody who does would have chosen them: a habit that many
 * share, or else which ones, at which place, after which others, and going down the list or about it. What a single
 * account did is not copied, so that no two user IDs share a rare set because one of them is a decoy. `next` gives
 * numbers from 0 up to, not including, 1.
 */
export function drawQuestions(chosen: readonly (readonly string[])[], next: () => number): string[] {
  const choices = chosen.map(toPlaces).filter((choice) => choice.length === secretQuestionCount)
  const isHabit = habitsIn(choices)
  const anybody = choices[Math.floor(next() * choices.length)]
  const drawn =
    anybody && isHabit(anybody)
      ? anybody
      : drawOne(
          choices.filter((choice) => !isHabit(choice)),
          next,
        )
  return drawn.flatMap((place) => secretQuestions[place]?.id ?? [])
}

function toPlaces(questionIds: readonly string[]): Choice {
  return questionIds.flatMap((id) => placeOf.get(id) ?? [])
}

function habitsIn(choices: readonly Choice[]): (choice: Choice) => boolean {
  const counts = new Map<string, number>()
  for (const choice of choices) counts.set(choice.join(), (counts.get(choice.join()) ?? 0) + 1)
  return (choice) => (counts.get(choice.join()) ?? 0) >= habit
}

function drawOne(choices: readonly Choice[], next: () => number): Choice {
  const drawn: number[] = []
  while (drawn.length < secretQuestionCount) drawn.push(drawPlace(choices, drawn, next()))
  return drawn
}

function drawPlace(choices: readonly Choice[], drawn: Choice, at: number): number {
  const position = drawn.length
  const free = places.filter((place) => !drawn.includes(place))
  const countFree = (some: readonly Choice[]) => onlyAt(free, countAt(some, position))
  const asAnybody = onlyAt(
    free,
    countAt(choices, position).map((count) => count + prior / places.length),
  )
  const last = drawn.at(-1)
  const afterLast = choices.filter((choice) => choice[position - 1] === last)
  const asAfterLast =
    last === undefined
      ? asAnybody
      : turned(blend(countFree(afterLast), asAnybody, { discount: 0.5 }), choices, drawn)
  const begunAlike = choices.filter((choice) => drawn.every((place, index) => choice[index] === place))
  // One account is no habit: the first of each continuation counts for what anybody does.
  return pick(blend(countFree(begunAlike), asAfterLast, { discount: 1 }), at)
}

/** The same likelihoods, up or down the list as often as those go who went up and down alike so far. */
function turned(likely: readonly number[], choices: readonly Choice[], drawn: Choice): number[] {
  const position = drawn.length
  const last = drawn.at(-1) ?? 0
  const goesDown = (choice: Choice) => (choice[position] ?? 0) > last
  const alike = choices.filter((choice) => turnsOf(choice.slice(0, position)) === turnsOf(drawn))
  const nearest = alike.filter((choice) => choice[position - 1] === last)
  const usual = (alike.filter(goesDown).length + 1) / (alike.length + 2)
  const down = (nearest.filter(goesDown).length + 2 * usual) / (nearest.length + 2)
  const downs = scaled(
    likely.map((weight, place) => (place > last ? weight : 0)),
    down,
  )
  const ups = scaled(
    likely.map((weight, place) => (place < last ? weight : 0)),
    1 - down,
  )
  return downs.map((weight, place) => weight + (ups[place] ?? 0))
}

/** Which steps of a choice go down the list. */
function turnsOf(choice: Choice): string {
  return choice
    .slice(1)
    .map((place, index) => (place > (choice[index] ?? 0) ? 'down' : 'up'))
    .join()
}

function countAt(choices: readonly Choice[], position: number): number[] {
  const counts = places.map(() => 0)
  for (const choice of choices) {
    const place = choice[position] ?? 0
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}

/** What was counted, less a discount, which with the doubt goes to what is likely otherwise (absolute discounting). */
function blend(
  counts: readonly number[],
  otherwise: readonly number[],
  { discount }: { readonly discount: number },
): number[] {
  const rest = counts.reduce((sum, count) => sum + Math.min(count, discount), doubt)
  const base = scaled(otherwise, rest)
  return counts.map((count, place) => Math.max(0, count - discount) + (base[place] ?? 0))
}

function onlyAt(kept: readonly number[], weights: readonly number[]): number[] {
  return weights.map((weight, place) => (kept.includes(place) ? weight : 0))
}

/** The same proportions with another sum; nothing stays nothing. */
function scaled(weights: readonly number[], sum: number): number[] {
  const total = weights.reduce((all, weight) => all + weight, 0)
  return weights.map((weight) => (total === 0 ? 0 : (weight / total) * sum))
}

function pick(weights: readonly number[], at: number): number {
  let left = at * weights.reduce((all, weight) => all + weight, 0)
  const place = weights.findIndex((weight) => {
    left -= weight
    return weight > 0 && left < 0
  })
  return place === -1 ? weights.findLastIndex((weight) => weight > 0) : place
}
