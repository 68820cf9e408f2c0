import type { Catalogue } from '../kernel/messages.ts'

/** What the page of opinion groups says in English. */
export const messages = {
  'opinions.lead':
    'People who vote alike stand close together. The groups are found from the votes alone; nobody is asked who they are, and nobody is shown but you to yourself.',
  'opinions.few.title': 'Too few votes to see groups',
  'opinions.few.text':
    'From {least} people on who voted often enough there is something to see. So far there are {counted}, of {voters} who voted at all.',
  'opinions.anew': 'The groups were computed anew: show them',
  'opinions.took-part': '{counted} people voted often enough to count, of {voters} who voted.',
  'opinions.method': 'How groups are made',
  'opinions.limits':
    'Those who took part chose to do so: this says how they stand to each other, not how all would vote.',
  'opinions.picture': 'Where people stand',
  'opinions.picture.text':
    'Each square holds five people or more of the group whose letter it bears: the larger, the more people; groups that share a place share its room. Squares near each other voted alike. Fewer than five are not drawn.',
  'opinions.picture.ring': 'The ring is you.',
  'opinions.picture.you': 'You',
  'opinions.group': 'Group {name}',
  'opinions.group.one': '{people} people',
  'opinions.hidden': 'Groups of fewer than five are not shown: {people} people.',
  'opinions.mine.in': 'You stand in group {name}.',
  'opinions.mine.alone': 'You have a place, in no group that is shown.',
  'opinions.mine.over': {
    one: 'You have no place here: you voted on {count} statement, and it takes {needed}.',
    other: 'You have no place here: you voted on {count} statements, and it takes {needed}.',
  },
  'opinions.mine.none': {
    one: 'You have voted on {count} statement; from {needed} on you have a place.',
    other: 'You have voted on {count} statements; from {needed} on you have a place.',
  },
  'opinions.table': 'The groups as a table',
  'opinions.table.group': 'Group',
  'opinions.table.people': 'People',
  'opinions.common': 'Common ground',
  'opinions.common.text': 'What every group agrees to. The order asks all groups, not only the largest.',
  'opinions.common.none': 'There is nothing yet that all groups agree to.',
  'opinions.splits': 'What divides',
  'opinions.splits.text': 'Statements on which the groups vote most differently.',
  'opinions.splits.none': 'Nothing divides the groups clearly.',
  'opinions.share': '{share} agree ({low} to {high}), {votes} votes',
  'opinions.group-vote': 'Group {name}: {agree} agree, {disagree} disagree',
} as const satisfies Catalogue
