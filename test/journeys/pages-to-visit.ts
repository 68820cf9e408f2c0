/** What the pages to visit are about: ids, and the query of an invitation. */
export type Places = {
  readonly jam: string
  readonly hub: string
  readonly forum: string
  readonly thread: string
  /** A jam in preparation. */
  readonly prepared: string
  readonly theme: string
  readonly folded: string
  /** A contribution in no fold. */
  readonly alone: string
  readonly promise: string
  /** The thread below what somebody told of that promise. */
  readonly toldThread: string
  readonly invitation: string
}

export type Visit = {
  /** The page of src/app/web.tsx; with `also` a second state of it. */
  readonly page: string
  readonly also?: string
  readonly to: (at: Places) => string
  readonly stranger?: boolean
  /** Words that are there once it is whole. */
  readonly shows: string | RegExp
}

/** Every page of the product in every state that looks different, and what people open outside of it. */
export const visits: readonly Visit[] = [
  { page: '/', to: () => '/', shows: 'What happened since you last read' },
  { page: '/catch-up', to: () => '/catch-up?since=all&minutes=30', shows: 'Time to read' },
  { page: '/follows', to: () => '/follows', shows: 'One letter a day' },
  { page: '/search', to: (at) => `/search?q=approvals&jam=${at.jam}`, shows: 'Search everywhere' },
  { page: '/jams', to: () => '/jams', shows: 'What do we stand for?' },
  { page: '/jams/new', to: () => '/jams/new', shows: 'A short name' },
  {
    page: '/jams/from-template',
    to: (at) => `/jams/from-template?jam=${at.jam}`,
    shows: 'All other dates follow',
  },
  {
    page: '/jams/:jamId/rehearsal',
    to: (at) => `/jams/${at.prepared}/rehearsal`,
    shows: 'Not rehearsed yet',
  },
  { page: '/jams/:jamId', to: (at) => `/jams/${at.jam}`, shows: 'Approvals wait for one person only' },
  { page: '/jams/:jamId', also: 'stranger', to: (at) => `/jams/${at.jam}`, stranger: true, shows: 'Approvals wait' },
  { page: '/jams/:jamId', also: 'absent', to: (at) => `/jams/${at.hub}`, shows: 'This jam is not here' },
  { page: '/jams/:jamId/forums', to: (at) => `/jams/${at.jam}/forums`, shows: 'What helps every day?' },
  {
    page: '/jams/:jamId/forums/:forumId',
    to: (at) => `/jams/${at.jam}/forums/${at.forum}`,
    shows: 'A kitchen for everybody',
  },
  {
    page: '/jams/:jamId/threads/:threadId',
    to: (at) => `/jams/${at.jam}/threads/${at.thread}?reply=build`,
    shows: 'We lost a weekend',
  },
  {
    page: '/jams/:jamId/threads/:threadId',
    also: 'stranger',
    to: (at) => `/jams/${at.jam}/threads/${at.thread}`,
    stranger: true,
    shows: 'We lost a weekend',
  },
  {
    page: '/jams/:jamId/folds/:contributionId',
    to: (at) => `/jams/${at.jam}/folds/${at.folded}`,
    shows: '2 contributions say nearly the same',
  },
  {
    page: '/jams/:jamId/folds/:contributionId',
    also: 'alone',
    to: (at) => `/jams/${at.jam}/folds/${at.alone}`,
    shows: 'This contribution stands alone',
  },
  { page: '/jams/:jamId/themes', to: (at) => `/jams/${at.jam}/themes`, shows: 'The larger a circle' },
  {
    page: '/jams/:jamId/themes',
    also: 'empty',
    to: (at) => `/jams/${at.prepared}/themes`,
    shows: 'No themes yet',
  },
  {
    page: '/jams/:jamId/themes',
    also: 'unsorted',
    to: (at) => `/jams/${at.jam}/themes?part=unsorted`,
    shows: 'In no theme',
  },
  {
    page: '/jams/:jamId/themes',
    also: 'seldom',
    to: (at) => `/jams/${at.jam}/themes?part=seldom`,
    shows: 'so that no order buries them',
  },
  {
    page: '/jams/:jamId/themes',
    also: 'families',
    to: (at) => `/jams/${at.jam}/themes?part=families`,
    shows: 'Families across languages',
  },
  {
    page: '/jams/:jamId/themes',
    also: 'glossary',
    to: (at) => `/jams/${at.jam}/themes?part=glossary`,
    shows: 'What is one thing in the languages',
  },
  {
    page: '/jams/:jamId/themes/:themeId',
    to: (at) => `/jams/${at.jam}/themes/${at.theme}`,
    shows: 'What should go first?',
  },
  {
    page: '/jams/:jamId/themes/:themeId',
    also: 'absent',
    to: (at) => `/jams/${at.jam}/themes/${at.hub}`,
    shows: 'This theme is no longer there',
  },
  { page: '/jams/:jamId/opinions', to: (at) => `/jams/${at.jam}/opinions`, shows: 'Too few votes to see groups' },
  { page: '/jams/:jamId/ideas', to: (at) => `/jams/${at.jam}/ideas`, shows: 'Any two of three approve an answer.' },
  { page: '/jams/:jamId/rate', to: (at) => `/jams/${at.jam}/rate`, shows: 'Rating has not begun yet' },
  { page: '/jams/:jamId/results', to: (at) => `/jams/${at.jam}/results`, shows: 'No results yet' },
  { page: '/jams/:jamId/polls', to: (at) => `/jams/${at.jam}/polls`, shows: 'Which of these waits longest?' },
  { page: '/jams/:jamId/report', to: (at) => `/jams/${at.jam}/report`, shows: 'Read the report' },
  {
    page: '/jams/:jamId/decisions',
    to: (at) => `/jams/${at.jam}/decisions`,
    shows: 'An answer binds when all of them have signed',
  },
  { page: '/promises', to: () => '/promises', shows: 'Answer everything that' },
  { page: '/promises/:promiseId', to: (at) => `/promises/${at.promise}`, shows: 'We are reading everything' },
  {
    page: '/promises/:promiseId/threads/:threadId',
    to: (at) => `/promises/${at.promise}/threads/${at.toldThread}`,
    shows: 'We are reading everything',
  },
  { page: '/jams/:jamId/report-review', to: (at) => `/jams/${at.jam}/report-review`, shows: 'Theme by theme' },
  { page: '/jams/:jamId/letter', to: (at) => `/jams/${at.jam}/letter`, shows: /stands? in the report/ },
  { page: '/jams/:jamId/mine', to: (at) => `/jams/${at.jam}/mine`, shows: 'Your part begins' },
  { page: '/jams/:jamId/about', to: (at) => `/jams/${at.jam}/about`, shows: 'How everything is counted' },
  { page: '/jams/:jamId/meetings', to: (at) => `/jams/${at.jam}/meetings`, shows: 'Night shift, hall 3' },
  { page: '/jams/:jamId/reach', to: (at) => `/jams/${at.jam}/reach`, shows: 'Who is missing' },
  { page: '/jams/:jamId/host', to: (at) => `/jams/${at.jam}/host`, shows: 'Whole jam' },
  { page: '/jams/:jamId/set-up', to: (at) => `/jams/${at.prepared}/set-up?step=forums`, shows: 'Which tools?' },
  {
    page: '/jams/:jamId/set-up',
    also: 'open',
    to: (at) => `/jams/${at.prepared}/set-up?step=open`,
    shows: 'Missing before it can open',
  },
  { page: '/setup', to: () => '/setup?token=x', stranger: true, shows: 'This link does not open anything' },
  { page: '/sign-in', to: () => '/sign-in', stranger: true, shows: 'Send me a link' },
  {
    page: '/sign-in/link',
    to: () => `/sign-in/link?token=${'a'.repeat(43)}`,
    stranger: true,
    shows: 'One press and you are in',
  },
  { page: '/invitation', to: (at) => `/invitation${at.invitation}`, stranger: true, shows: 'Accept and come in' },
  {
    page: '/invitation',
    also: 'over',
    to: () => '/invitation?token=x',
    stranger: true,
    shows: 'does not hold any more',
  },
  { page: '/profile', to: () => '/profile', shows: 'This browser' },
  { page: '/hubs', to: () => '/hubs', shows: 'North' },
  { page: '/hubs/:hubId', to: (at) => `/hubs/${at.hub}`, shows: 'Hubs below' },
  { page: '/hubs/:hubId/people', to: (at) => `/hubs/${at.hub}/people`, shows: 'Hanna Host' },
  { page: '/hubs/:hubId/invitations', to: (at) => `/hubs/${at.hub}/invitations`, shows: 'Make an invitation' },
  { page: '/administration', to: () => '/administration', shows: 'Name of the organisation' },
  { page: '/administration/people', to: () => '/administration/people', shows: 'Mara Member' },
  { page: '/administration/mail', to: () => '/administration/mail', shows: 'No mail was sent yet' },
  { page: '/administration/work', to: () => '/administration/work', shows: 'Nothing has failed' },
  { page: '/administration/health', to: () => '/administration/health', shows: 'Ready now' },
  { page: 'edition', to: (at) => `/jams/${at.jam}/report/1`, shows: 'In this report' },
  { page: 'lobby', to: (at) => `/lobby/${at.jam}`, stranger: true, shows: 'Approvals wait' },
  { page: 'method', to: () => '/method', stranger: true, shows: 'Opinion groups' },
  { page: 'nowhere', to: () => '/no/such/page', shows: 'There is nothing here' },
]
