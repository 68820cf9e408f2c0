import { screens } from './rules/screens.en.ts'

/** What only single pages say; the web loads it with the first of them. */
export { hosting } from './rules/hosting-screens.en.ts'

export const messages = {
  // Refusals and what the server says
  'jam.only-hub-hosts-start': 'Only hosts of this hub, or of one above it, can start a jam here.',
  'jam.only-hub-hosts-invite': 'Only hosts of the hub can invite people to it.',
  'jam.only-hosts': 'Only the hosts of this jam can do this.',
  'jam.already-open': 'This jam has already opened.',
  'jam.not-open': 'This jam has not opened yet.',
  'jam.not-ready': 'The jam cannot open yet: something is missing.',
  'jam.archived': 'This jam is in the archive and stays as it is.',
  'jam.opened-stays': 'A jam that has opened stays, at its address for good. You can close it early.',
  'jam.no-end-to-extend': 'This phase has no end that could be extended.',
  'jam.extend-later': 'The new end has to be later than the present one, and still ahead.',
  'jam.only-forward': 'A jam only moves forward. It is already in this phase, or past it.',
  'jam.promise-stays': 'An open jam keeps a promise card. You can change its words, not remove it.',
  'jam.audience-stays': 'Who takes part cannot change once a jam is open: people wrote for those who were there.',
  'jam.dates-stay': 'Once a jam is open its dates change only by extending it, or by moving on early, with a reason.',
  'jam.dates.ascend': 'The dates have to follow each other: opening, rating, closing, archive.',
  'jam.dates.past': 'A date lies in the past. Choose one that is still ahead.',
  'jam.dates.too-far': 'A date lies more than ten years ahead.',
  'jam.host-leaves': 'You cannot take yourself off the hosts. Ask another host to do it.',
  'jam.unknown-hub': 'One of the hubs does not exist (any more).',
  'jam.unknown-host': 'One of the hosts is not a member of the organisation. Guests cannot be hosts.',
  'jam.forum-in-use': 'People have already written in this forum. What they were asked stays.',
  'jam.last-forum': 'An open jam needs at least one forum.',
  'jam.no-new-forums': 'Forums can be added and removed until the discussion ends.',
  'jam.forums-full': 'A jam has at most {most} forums.',
  'jam.order-names-all': 'The order has to name every forum of this jam once.',
  'jam.missing.promise': 'The promise card: who decides, by when, and what happens with the outcome.',
  'jam.missing.forum': 'At least one forum with a question.',
  'jam.missing.end': 'When the jam closes.',
  'jam.missing.dates': 'Dates that are still ahead and follow each other.',
  'jam.missing.host': 'At least one host.',
  'jam.missing.opening-missed':
    'The opening time passed while something was missing. Choose a new time, or open the jam by hand.',
  ...screens,
} as const
