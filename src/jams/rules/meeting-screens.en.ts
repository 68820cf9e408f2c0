/** What the page of meetings says in English. */
export const meetingScreens = {
  'jams.meetings.title': 'Meetings',
  'jams.meetings.lead':
    'People without access spoke at these meetings. Hosts entered what was said; it stands among the contributions and takes part like any other. Who was there is counted apart: in no number of people.',
  'jams.meetings.none.title': 'No meetings yet',
  'jams.meetings.none.text':
    'Hosts enter here what people said who have no access: on a shift, in a workshop, by telephone.',
  'jams.meetings.sum': {
    one: '{count} meeting, {people} people, counted apart',
    other: '{count} meetings, {people} people, counted apart',
  },
  'jams.meetings.few': {
    one: '{count} of them was of fewer than five people, who are in no number',
    other: '{count} of them were of fewer than five people, who are in no number',
  },
  'jams.meetings.people': { one: '{count} person', other: '{count} people' },
  'jams.meetings.people.few': 'fewer than five people',
  'jams.meetings.by': 'entered by {name}',
  'jams.meetings.said': 'What was said',
  'jams.meetings.gone': 'Everything that was said was taken back.',
  'jams.meetings.enter': 'Enter a meeting',
  'jams.meetings.forum': 'Forum',
  'jams.meetings.place': 'Where',
  'jams.meetings.day': 'Day',
  'jams.meetings.count': 'How many people were there',
  'jams.meetings.count.hint': 'Fewer than five are told to nobody.',
  'jams.meetings.contribution': 'Contribution {number}',
  'jams.meetings.contribution.title': 'In a sentence',
  'jams.meetings.contribution.body': 'More about it',
  'jams.meetings.more': 'One more contribution',
  'jams.meetings.consent': 'Those who were there agree that this is published here',
  'jams.meetings.consent.needed': 'Fill in where and how many, at least one sentence, and confirm that they agree.',
  'jams.meetings.cancel': 'Cancel',
  'jams.meetings.entered': 'The meeting is entered.',
  'jams.meetings.host':
    'How many of the invited came how far, and who is missing. What people without access said at meetings is entered on a sheet and counted apart.',
  'jams.host.reach': 'Reach',
} as const
