import {
  type Adapter,
  allOf,
  catchingUp,
  eachHub,
  eachJam,
  eachPost,
  empty,
  exactly,
  exported,
  forOwners,
  hubWords,
  mine,
  NOTHING_TOKEN,
  ownDrafts,
  type Reading,
  rootsOf,
  searched,
  signedIn,
  threadOf,
  throughLobby,
  wordsOf,
} from './reading.ts'
import { type JamModel, looksAfter, present, runs, sees, seesHub, upFrom } from './sight-model.ts'

/** How each mounted way to read is read, and what each person is to find there. A route without a line here fails. */
export const readPaths: Readonly<Record<string, Adapter>> = {
  'GET /api/setup': () => [empty(`/api/setup?token=${NOTHING_TOKEN}`)],
  'POST /api/invitation': () => [{ ...empty('/api/invitation'), body: { token: NOTHING_TOKEN } }],
  'GET /api/me': (sight) => [{ path: '/api/me', status: 200, must: [], may: hubWords(sight) }],
  'GET /api/profile': (_, who) => [signedIn('/api/profile', who, {})],
  'GET /api/sessions': (_, who) => [signedIn('/api/sessions', who, {})],
  'GET /api/hubs': (sight, who) => {
    const opened =
      who.guest && !who.owner
        ? [...who.roles.keys()].flatMap((id) => upFrom(sight, id))
        : sight.hubs.map(({ id }) => id)
    return [
      signedIn('/api/hubs', who, { must: sight.hubs.filter(({ id }) => opened.includes(id)).map(({ word }) => word) }),
    ]
  },
  'GET /api/hubs/:hubId': eachHub((id, sight, who) => {
    const path = `/api/hubs/${id}`
    return seesHub(who, id) ? { path, status: 200, must: [], may: hubWords(sight) } : empty(path, 404)
  }),
  'GET /api/hubs/:hubId/people': eachHub((id, sight, who) => {
    const path = `/api/hubs/${id}/people`
    if (!seesHub(who, id)) return empty(path, 404)
    return who.guest ? empty(path, 403) : { path, status: 200, must: [], may: hubWords(sight) }
  }),
  'GET /api/hubs/:hubId/invitations': eachHub((id, sight, who) => {
    const path = `/api/hubs/${id}/invitations`
    if (!seesHub(who, id)) return empty(path, 404)
    const own = sight.invitations.filter(({ hub }) => hub === id).map(({ word }) => word)
    return looksAfter(sight, who, id) ? exactly(path, own) : empty(path, 403)
  }),
  'GET /api/people': (sight, who) => [
    signedIn('/api/people', who, who.guest ? { status: 403 } : { may: hubWords(sight) }),
  ],
  'GET /api/administration/mail': forOwners('/api/administration/mail'),
  'GET /api/administration/jobs': forOwners('/api/administration/jobs'),
  'GET /api/jams': (sight, who) => {
    const must = sight.jams.filter((jam) => sees(sight, who, jam)).map(({ word }) => word)
    return [{ path: '/api/jams?limit=100', status: 200, must, may: [...must, ...hubWords(sight)] }]
  },
  'GET /api/jams/:jamId': eachJam((jam, sight, who) =>
    throughLobby(jam, sight, who, { at: `/api/jams/${jam.id}`, words: [jam.word, jam.forum.word] }),
  ),
  'GET /api/jams/:jamId/mine': eachJam((jam, sight, who) => [
    signedIn(`/api/jams/${jam.id}/mine`, who, mine(jam, sight, who)),
  ]),
  'GET /api/jams/:jamId/mine/download': eachJam((jam, sight, who) =>
    ['md', 'html', 'json', 'csv'].map((format) =>
      signedIn(`/api/jams/${jam.id}/mine/download?format=${format}`, who, mine(jam, sight, who)),
    ),
  ),
  'GET /api/jams/:jamId/export': eachJam((jam, sight, who) => [
    signedIn(`/api/jams/${jam.id}/export?format=jsonl`, who, exported(jam, sight, who)),
    signedIn(`/api/jams/${jam.id}/export?format=csv&type=version`, who, { ...exported(jam, sight, who), must: [] }),
  ]),
  'GET /api/jams/:jamId/rehearsal': eachJam((jam, sight, who) => [
    signedIn(`/api/jams/${jam.id}/rehearsal`, who, runs(who, jam) ? {} : { status: sees(sight, who, jam) ? 403 : 404 }),
  ]),
  // Nobody planted a first contribution in a world of trust: no post stands in the set-up of a jam.
  'GET /api/jams/:jamId/template': eachJam((jam, sight, who) => {
    const words = { must: [jam.word, jam.forum.word] }
    return [
      signedIn(
        `/api/jams/${jam.id}/template`,
        who,
        runs(who, jam) ? words : { status: sees(sight, who, jam) ? 403 : 404 },
      ),
    ]
  }),
  // A world of trust has no report yet: what one shows, and to whom, is read in src/reports/reports-live.whole.test.ts.
  'GET /api/jams/:jamId/reports': eachJam((jam, sight, who) => {
    const path = `/api/jams/${jam.id}/reports`
    return [sees(sight, who, jam) ? empty(path) : empty(path, 404)]
  }),
  'GET /jams/:jamId/report/:number': eachJam((jam) => [empty(`/jams/${jam.id}/report/1`, 404)]),
  'GET /api/jams/:jamId/reports/:number/changes': eachJam((jam) => [
    empty(`/api/jams/${jam.id}/reports/1/changes`, 404),
  ]),
  'GET /api/jams/:jamId/report-review': eachJam((jam, sight, who) => [
    signedIn(`/api/jams/${jam.id}/report-review`, who, {
      status: sees(sight, who, jam) && !runs(who, jam) ? 403 : 404,
    }),
  ]),
  'GET /api/jams/:jamId/letter': eachJam((jam, sight, who) => [
    signedIn(`/api/jams/${jam.id}/letter`, who, sees(sight, who, jam) ? { may: [jam.word] } : { status: 404 }),
  ]),
  'GET /api/jams/:jamId/letter/download': eachJam((jam, sight, who) =>
    ['html', 'md'].map((format) => {
      const path = `/api/jams/${jam.id}/letter/download?format=${format}`
      return signedIn(path, who, sees(sight, who, jam) ? { may: [jam.word] } : { status: 404 })
    }),
  ),
  // A world of trust has nothing answered: what binds, what is prepared and what is promised, and to whom it is shown, is read in
  // src/promises/promises.api.test.ts.
  'GET /api/jams/:jamId/decisions': eachJam((jam, sight, who) => {
    const path = `/api/jams/${jam.id}/decisions`
    return [sees(sight, who, jam) ? empty(path) : empty(path, 404)]
  }),
  'GET /api/matters/:matterId/decisions': eachJam((jam) => [empty(`/api/matters/${jam.id}/decisions`, 404)]),
  'GET /api/promises': (sight) => [
    empty('/api/promises'),
    ...sight.jams.slice(-2).map(({ id }) => empty(`/api/promises?jamId=${id}`)),
  ],
  'GET /api/promises/:promiseId': eachJam((jam) => [empty(`/api/promises/${jam.id}`, 404)]),
  'GET /api/jams/:jamId/promise-record': eachJam((jam, sight, who) => {
    const path = `/api/jams/${jam.id}/promise-record`
    return [sees(sight, who, jam) ? empty(path) : empty(path, 404)]
  }),
  'GET /api/contributions/:contributionId/uses': eachPost((post, seen) => {
    const path = `/api/contributions/${post.id}/uses`
    return [empty(path, seen ? 200 : 404)]
  }),
  // A world of trust has no ideas: what one shows, and to whom, is read in src/rating/ideas.api.test.ts.
  'GET /api/jams/:jamId/ideas': eachJam((jam, sight, who) => {
    const path = `/api/jams/${jam.id}/ideas`
    return [empty(path, sees(sight, who, jam) ? 200 : 404)]
  }),
  // Nobody has a ballot but her own, and there is nothing on it: whose it is, is read in src/rating/rating.api.test.ts.
  'GET /api/jams/:jamId/ballot': eachJam((jam, sight, who) => [
    signedIn(`/api/jams/${jam.id}/ballot`, who, { status: sees(sight, who, jam) ? 200 : 404 }),
  ]),
  'GET /api/jams/:jamId/ballot/rated': eachJam((jam, sight, who) => [
    signedIn(`/api/jams/${jam.id}/ballot/rated`, who, { status: sees(sight, who, jam) ? 200 : 404 }),
  ]),
  'GET /api/jams/:jamId/rating': eachJam((jam, sight, who) => {
    const path = `/api/jams/${jam.id}/rating`
    return [empty(path, sees(sight, who, jam) ? 200 : 404)]
  }),
  // A world of trust has no polls: what one shows, and to whom, is read in src/polls/polls.api.test.ts.
  'GET /api/venues/:venueId/polls': eachJam((jam, sight, who) => {
    const path = `/api/venues/${jam.id}/polls`
    return [
      empty(path, sees(sight, who, jam) ? 200 : 404),
      empty(`${path}?at=${jam.id}`, sees(sight, who, jam) ? 200 : 404),
    ]
  }),
  'GET /api/jams/:jamId/reach': eachJam((jam, sight, who) => [
    signedIn(`/api/jams/${jam.id}/reach`, who, {
      status: !sees(sight, who, jam) ? 404 : runs(who, jam) ? 200 : 403,
      may: hubWords(sight),
    }),
  ]),
  'GET /api/polls/:pollId': (sight) => sight.jams.slice(-2).map(({ id }) => empty(`/api/polls/${id}`, 404)),
  'GET /api/ideas/:ideaId': (sight) => sight.jams.slice(-2).map(({ id }) => empty(`/api/ideas/${id}`, 404)),
  'GET /api/venues/:venueId/contributions': eachJam((jam, sight, who) => {
    const at = `/api/venues/${jam.id}/contributions?limit=100`
    return [at, `${at}&order=active`, `${at}&forumId=${jam.forum.id}`].map((path) =>
      sees(sight, who, jam) ? exactly(path, wordsOf(rootsOf(sight, jam))) : empty(path, 404),
    )
  }),
  // A world of trust has no meetings: what one shows is read in src/conversation/meetings.api.test.ts.
  'GET /api/venues/:venueId/meetings': eachJam((jam, sight, who) => {
    const path = `/api/venues/${jam.id}/meetings`
    return [empty(path, sees(sight, who, jam) ? 200 : 404)]
  }),
  'GET /api/reading': (_, who) => [signedIn('/api/reading', who, {})],
  'GET /api/venues/:venueId/seldom-read': eachJam((jam, sight, who) => {
    const path = `/api/venues/${jam.id}/seldom-read`
    const may = wordsOf(rootsOf(sight, jam))
    return [sees(sight, who, jam) ? { path, status: 200, must: [], may } : empty(path, 404)]
  }),
  'GET /api/venues/:venueId/themes': eachJam((jam, sight, who) => {
    const path = `/api/venues/${jam.id}/themes`
    return [sees(sight, who, jam) ? { path, status: 200, must: [], may: allOf(sight, jam) } : empty(path, 404)]
  }),
  'GET /api/venues/:venueId/families': eachJam((jam, sight, who) => {
    const path = `/api/venues/${jam.id}/families`
    return [sees(sight, who, jam) ? { path, status: 200, must: [], may: allOf(sight, jam) } : empty(path, 404)]
  }),
  'GET /api/venues/:venueId/opinions': eachJam((jam, sight, who) => {
    const path = `/api/venues/${jam.id}/opinions`
    return [sees(sight, who, jam) ? { path, status: 200, must: [], may: allOf(sight, jam) } : empty(path, 404)]
  }),
  'GET /api/venues/:venueId/unsorted': eachJam((jam, sight, who) => {
    const path = `/api/venues/${jam.id}/unsorted?limit=100`
    if (!sees(sight, who, jam)) return [empty(path, 404)]
    return [{ path, status: 200, must: [], may: wordsOf(rootsOf(sight, jam)) }]
  }),
  'POST /api/venues/:venueId/similar': eachJam((jam, sight, who) => {
    const then = sees(sight, who, jam) ? { may: allOf(sight, jam) } : { status: 404 }
    return [{ ...signedIn(`/api/venues/${jam.id}/similar`, who, then), body: { text: jam.word } }]
  }),
  // A world of trust is too small for themes: what has one is read in src/themes/themes-live.whole.test.ts.
  'GET /api/themes/:themeId': (sight) => sight.jams.slice(-2).map(({ id }) => empty(`/api/themes/${id}`, 404)),
  'GET /api/themes/:themeId/contributions': (sight) =>
    sight.jams.slice(-2).map(({ id }) => empty(`/api/themes/${id}/contributions`, 404)),
  'GET /api/contributions': (sight, who) => {
    const asked = sight.posts.slice(-100)
    if (asked.length === 0) return []
    const seen = asked.filter((post) => sight.jams.some((jam) => jam.id === post.jam && sees(sight, who, jam)))
    return [exactly(`/api/contributions?ids=${asked.map(({ id }) => id).join(',')}`, wordsOf(seen))]
  },
  'GET /api/contributions/:contributionId': eachPost((post, seen) => [
    seen ? exactly(`/api/contributions/${post.id}`, present(post)) : empty(`/api/contributions/${post.id}`, 404),
  ]),
  'GET /api/venues/:venueId/folds': eachJam((jam, sight, who) => {
    const ids = sight.posts.slice(-100).map(({ id }) => id)
    return [empty(`/api/venues/${jam.id}/folds?ids=${ids.join(',') || jam.id}`, sees(sight, who, jam) ? 200 : 404)]
  }),
  'GET /api/contributions/:contributionId/fold': eachPost((post, seen) => [
    empty(`/api/contributions/${post.id}/fold`, seen ? 200 : 404),
  ]),
  // A world of trust has words of its own for every contribution: a fold is read in src/folds/folds.api.test.ts.
  'GET /api/contributions/:contributionId/fold/contributions': eachPost((post, seen) => [
    empty(`/api/contributions/${post.id}/fold/contributions`, seen ? 200 : 404),
  ]),
  'GET /api/contributions/:contributionId/versions': eachPost((post, seen) => {
    const path = `/api/contributions/${post.id}/versions`
    return [seen ? exactly(path, post.words.slice(0, -1)) : empty(path, 404)]
  }),
  'GET /api/threads/:threadId': eachPost((post, seen, sight) => {
    const path = `/api/threads/${post.id}`
    if (!seen || post.root !== null) return [empty(path, 404)]
    const forum = sight.jams.find(({ id }) => id === post.jam)?.forum.word ?? ''
    return [
      exactly(path, [forum, ...threadOf(sight, post)]),
      exactly(`${path}?order=time&from=end`, [forum, ...threadOf(sight, post)]),
    ]
  }),
  'POST /api/search': eachPost(searched),
  'GET /api/drafts': (_, who) => [signedIn('/api/drafts', who, { must: ownDrafts(who) })],
  'GET /api/drafts/:place': (sight, who) => {
    const places = new Set(sight.people.flatMap(({ drafts }) => [...drafts.keys()]))
    return [...places].map((place) =>
      signedIn(`/api/drafts/${place}`, who, { must: who.drafts.has(place) ? [who.drafts.get(place) ?? ''] : [] }),
    )
  },
  'GET /api/catch-up': (sight, who) => catchingUp('/api/catch-up', sight, who),
  'GET /catch-up/plain': (sight, who) => catchingUp('/catch-up/plain', sight, who),
  'GET /catch-up/text': (sight, who) => catchingUp('/catch-up/text', sight, who),
  'GET /api/catch-up/choice': (_, who) => [signedIn('/api/catch-up/choice', who, {})],
  'GET /feeds/:token': () => [empty(`/feeds/${NOTHING_TOKEN}`, 404)],
  'GET /digest/leave/:token': () => [empty(`/digest/leave/${NOTHING_TOKEN}`, 404)],
  'GET /api/follows': (_, who) => [signedIn('/api/follows', who, {})],
  'GET /api/live': (sight, who) => {
    const topicsOf = (jam: JamModel) => [
      `venue:${jam.id}`,
      `forum:${jam.forum.id}`,
      ...rootsOf(sight, jam)
        .slice(-2)
        .map(({ id }) => `thread:${id}`),
    ]
    const asked = sight.jams.slice(-8).flatMap(topicsOf)
    const topics = sight.jams
      .slice(-8)
      .filter((jam) => sees(sight, who, jam))
      .flatMap(topicsOf)
    return [{ ...empty(`/api/live?topics=${asked.join(',')}`, topics.length > 0 ? 200 : 404), topics }]
  },
  'GET /lobby/:jamId': eachJam((jam, sight, who) =>
    throughLobby(jam, sight, who, {
      at: `/lobby/${jam.id}`,
      words: [jam.word, jam.forum.word, ...wordsOf(rootsOf(sight, jam))],
    }),
  ),
  'GET /lobby/:jamId/threads/:threadId': eachJam((jam, sight, who) =>
    rootsOf(sight, jam)
      .slice(-2)
      .flatMap((root) => {
        const at = `/lobby/${jam.id}/threads/${root.id}`
        const inside = (reading: Reading): Reading => ({ ...reading, may: [...reading.may, jam.word, jam.forum.word] })
        return throughLobby(jam, sight, who, { at, words: threadOf(sight, root) }).map((one) =>
          one.status === 200 ? inside(one) : one,
        )
      }),
  ),
  // The same for everybody, and nothing of theirs.
  'GET /method': () => [empty('/method')],
  'GET /metrics': () => [empty('/metrics', 404)],
  'GET /health/live': () => [empty('/health/live')],
  'GET /health/ready': () => [empty('/health/ready')],
  'GET /api/openapi.json': () => [empty('/api/openapi.json')],
}
