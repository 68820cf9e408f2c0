import { screens } from './rules/screens.en.ts'

export const messages = {
  'ideas.sign-in': 'Sign in to make ideas.',
  'ideas.not-open-yet': 'Ideas are made once the jam is open.',
  'ideas.fixed': 'Ideas are fixed from the beginning of rating, so that everybody judges the same.',
  'ideas.only-own': 'You can make ideas of what you wrote yourself. Hosts make them of anything.',
  'ideas.not-yours': 'Only hosts, and whoever made this idea, can change it.',
  'ideas.not-its-author': 'This idea comes from nothing that you wrote.',
  'ideas.answer-too-late':
    'Authors answer until rating begins. You can still take your contribution back: then it is no source any more.',
  'ideas.too-short': 'An idea is one clear sentence of at least {least} characters.',
  'ideas.too-long': 'An idea is one clear sentence of at most {most} characters. This one has {length}.',
  'ideas.one-sentence': 'An idea is one sentence. Make two ideas of two sentences.',
  'ideas.source-gone': 'One of the contributions is not there (any more). Choose contributions of this jam.',
  'ideas.too-many': 'A jam has at most {most} ideas.',
  'ideas.changed-meanwhile': 'Somebody changed this idea meanwhile. Look at it as it is now.',
  'ideas.same-idea': 'An idea cannot be merged into itself.',
  'ideas.of-two-jams': 'Ideas of two jams cannot be merged.',
  'ideas.gone-meanwhile': 'One of the two ideas was merged or withdrawn meanwhile.',
  'ideas.too-many-merged': 'At most {most} ideas are merged into one. Merge the others into another one.',
  'ideas.too-many-sources':
    'An idea comes from at most {most} contributions, with those of the ideas merged into it. Keep fewer of them, or make a second idea.',
  'ideas.has-merged': 'Ideas were merged into this one. Undo that first, or merge the other way round.',
  'ideas.not-merged': 'This idea is merged into none.',
  'rating.before': 'Rating has not begun yet.',
  'rating.making': 'The ballot is being made. Come back in a moment.',
  'rating.counting': 'Rating is over and is being counted.',
  'rating.counted': 'Rating is over. The results are there.',
  'rating.not-dealt':
    'This idea is not on your ballot. You rate what you are dealt, so that every idea gets its share.',
  ...screens,
} as const
