import { type Route, routes } from '../platform/index.ts'
import { conversationContract, meetingsContract } from './contract.ts'
import { correctLanguage, editContribution } from './edit-contribution.ts'
import { enterMeeting, showMeeting, viewMeetings } from './enter-meeting.ts'
import { aheadOfForum } from './find-place.ts'
import { keepDraft, showDraft, viewDrafts } from './keep-draft.ts'
import { postContributions, showContribution } from './post-contribution.ts'
import { reply } from './reply.ts'
import { retractContribution } from './retract-contribution.ts'
import { aheadOfFeed, viewByIds, viewContribution, viewFeed, viewVersions } from './view-contributions.ts'
import { aheadOfThread, markRead, showReadMark, viewThread } from './view-thread.ts'
import { keepFavourite, vote } from './vote.ts'

/** Every route of this module, for the server to mount. */
export function conversationRoutes(): Route[] {
  return [
    ...routes(meetingsContract, {
      'GET /api/venues/:venueId/meetings': { read: viewMeetings },
      'POST /api/forums/:forumId/meetings': { write: enterMeeting, show: showMeeting },
    }),
    ...routes(conversationContract, {
      'GET /api/venues/:venueId/contributions': {
        ahead: aheadOfFeed,
        read: viewFeed,
      },
      'GET /api/contributions': { read: viewByIds },
      'GET /api/contributions/:contributionId': { read: viewContribution },
      'GET /api/contributions/:contributionId/versions': { read: viewVersions },
      'GET /api/threads/:threadId': { ahead: aheadOfThread, read: viewThread },
      'PUT /api/threads/:threadId/read': { write: markRead, show: showReadMark },
      'POST /api/forums/:forumId/contributions': {
        place: ({ forumId }) => forumId,
        ahead: aheadOfForum,
        together: postContributions,
        show: showContribution,
      },
      'POST /api/contributions/:contributionId/replies': { write: reply, show: showContribution },
      'PUT /api/contributions/:contributionId': { write: editContribution, show: showContribution },
      'DELETE /api/contributions/:contributionId': { write: retractContribution, show: showContribution },
      'PUT /api/contributions/:contributionId/language': { write: correctLanguage, show: showContribution },
      'PUT /api/contributions/:contributionId/vote': { write: vote, show: showContribution },
      'PUT /api/contributions/:contributionId/favourite': { write: keepFavourite, show: showContribution },
      'GET /api/drafts/:place': { read: (ctx, input) => showDraft(ctx, input.place) },
      'PUT /api/drafts/:place': { write: keepDraft, show: showDraft },
      'GET /api/drafts': { read: viewDrafts },
    }),
  ]
}
