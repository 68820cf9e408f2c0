import { type Actor, allowed, type Decision, refused } from '../../kernel/index.ts'

/** Who may read a jam reads its report; reviewing, signing and the live draft are its hosts' and the owners'. */
export function mayReview(actor: Actor, jam: { readonly hosting: boolean }): Decision {
  return actor.owner || jam.hosting ? allowed : refused('report.only-hosts')
}

/** There must be something to review: the jam has closed and its first edition is made. */
export function mayPublish(actor: Actor, jam: { readonly hosting: boolean }, latest: number): Decision {
  const review = mayReview(actor, jam)
  if (!review.ok) return review
  return latest > 0 ? allowed : refused('report.not-made-yet')
}
