/** What a crowd does. Every person takes part; a few ideas are enough to see the whole of rating. */
export type CrowdPlan = {
  readonly contributions: number
  readonly replies: number
  readonly votes: number
  readonly ideas: number
  readonly raters: number
}

/** Fewer contributions than this have no themes. */
const LEAST_CONTRIBUTIONS = 40
const RATERS_MAX = 200

/** How much so many people do. What they write and vote grows with them; of raters there are a tenth, at least ten. */
export function planCrowd(people: number): CrowdPlan {
  return {
    contributions: Math.max(LEAST_CONTRIBUTIONS, Math.round(people * 0.3)),
    replies: Math.round(people * 0.2),
    votes: people * 2,
    ideas: 12,
    raters: Math.min(RATERS_MAX, Math.max(10, Math.round(people / 10))),
  }
}
