import { type AnswersSeen, answerProblem } from './answers-format.ts'
import { ideaProblem, type SeenIdeas } from './idea-lines.ts'
import type {
  ContributionLine,
  EditionLine,
  FoldActLine,
  ForumLine,
  HubLine,
  JamLine,
  Line,
  NearLine,
  PersonLine,
  PieceLine,
  VersionLine,
  VoteLine,
} from './jam-format.ts'
import { type LineType, lineTypes } from './jam-format.ts'
import { meetingProblem } from './meeting-lines.ts'
import { pollProblem } from './poll-lines.ts'
import { themeProblem } from './theme-lines.ts'

/** What one line says that is wrong in its place; undefined when nothing is. */
export type Problem = string | undefined

/** Reads a jam file line by line and remembers ids, so that each line may speak only of what stands above it. */
export type JamFile = { check(line: Line): Problem; end(): Problem }

type Seen = SeenIdeas & {
  jam: JamLine | undefined
  hubs: Map<string, string | null>
  people: Set<string>
  forums: Set<string>
  contributions: Map<
    string,
    { forum: string; thread: string; version: number; retracted: boolean; isRoot: boolean; authored: boolean }
  >
  numbers: Set<string>
  versions: Set<string>
  votes: Set<string>
  near: Set<string>
  acts: Set<string>
  themes: Set<string>
  themed: Set<string>
  polls: Set<string>
  meetings: Set<string>
  answers: Omit<AnswersSeen, 'people'>
  /** Pieces of each edition that are still to come, by its id. */
  editions: Map<string, { number: number; came: number; pieces: number }>
}

/** Begins a file: one jam, then hubs, people, forums, contributions, versions and votes, each id once. */
export function readJamFile(): JamFile {
  const seen: Seen = {
    jam: undefined,
    hubs: new Map(),
    people: new Set(),
    forums: new Set(),
    contributions: new Map(),
    numbers: new Set(),
    versions: new Set(),
    votes: new Set(),
    near: new Set(),
    acts: new Set(),
    themes: new Set(),
    themed: new Set(),
    polls: new Set(),
    meetings: new Set(),
    ideas: new Map(),
    ratings: new Set(),
    rating: false,
    answers: { ledger: new Set(), matters: new Set(), decisions: new Set(), promises: new Set() },
    editions: new Map(),
  }
  let reached = 0
  return {
    check(line) {
      const place = lineTypes.indexOf(line.type)
      if (seen.jam === undefined && line.type !== 'jam') return 'the first line must be the jam'
      if (place < reached) return `a ${line.type} must stand above the first ${lineTypes[reached]}`
      const problem = sectionProblem(seen, reached, place) ?? lineProblem(seen, line)
      reached = place
      return problem
    },
    end: () =>
      seen.jam === undefined ? 'the file holds no jam' : (unknownHub(seen) ?? unknownHost(seen) ?? cutEdition(seen)),
  }
}

/** The jam names hubs and hosts before they come: what it named must have come when their lines are over. */
function sectionProblem(seen: Seen, from: number, to: number): Problem {
  const isOver = (type: LineType) => from <= lineTypes.indexOf(type) && lineTypes.indexOf(type) < to
  return (isOver('hub') ? unknownHub(seen) : undefined) ?? (isOver('person') ? unknownHost(seen) : undefined)
}

function unknownHub({ jam, hubs }: Seen): Problem {
  const missing = jam && [jam.hub, ...jam.audience.hubs].find((id) => !hubs.has(id))
  return missing && `the jam's hub ${missing} is not in the file`
}

function unknownHost({ jam, people }: Seen): Problem {
  const named = jam && [...jam.hosts, ...jam.changes.flatMap(({ by }) => by ?? [])]
  const missing = named?.find((id) => !people.has(id))
  return missing && `the jam's person ${missing} is not in the file`
}

function lineProblem(seen: Seen, line: Line): Problem {
  switch (line.type) {
    case 'jam':
      return jamProblem(seen, line)
    case 'hub':
      return hubProblem(seen, line)
    case 'person':
      return personProblem(seen, line)
    case 'forum':
      return forumProblem(seen, line)
    case 'contribution':
      return contributionProblem(seen, line)
    case 'version':
      return versionProblem(seen, line)
    case 'vote':
      return voteProblem(seen, line)
    case 'near-duplicate':
      return nearProblem(seen, line)
    case 'fold-act':
      return actProblem(seen, line)
    case 'idea':
    case 'rating':
    case 'idea-rating':
    case 'idea-pair':
      return ideaProblem(seen, line)
    case 'meeting':
      return meetingProblem(seen, line)
    case 'theme':
    case 'theme-place':
      return themeProblem(seen, line)
    case 'poll':
      return pollProblem(seen, line)
    case 'ledger':
    case 'matter':
    case 'promise':
      return answerProblem({ ...seen.answers, people: seen.people }, line)
    case 'edition':
      return editionProblem(seen, line)
    case 'piece':
      return pieceProblem(seen, line)
  }
}

function jamProblem(seen: Seen, line: JamLine): Problem {
  if (seen.jam !== undefined) return 'a file holds one jam'
  seen.jam = line
  return line.phase !== 'prepare' && line.promise === null ? 'a jam that has opened has a promise' : undefined
}

function hubProblem({ hubs }: Seen, line: HubLine): Problem {
  if (hubs.has(line.id)) return 'this hub stands above already'
  if (line.parent !== null && !hubs.has(line.parent)) return 'its parent does not stand above'
  hubs.set(line.id, line.parent)
  return isTimeZone(line.timeZone) ? undefined : '"timeZone" is none'
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function personProblem({ people, hubs }: Seen, line: PersonLine): Problem {
  if (people.has(line.id)) return 'this person stands above already'
  if (line.hub !== null && !hubs.has(line.hub)) return 'the hub is not in the file'
  people.add(line.id)
  return undefined
}

function forumProblem({ forums, people }: Seen, line: ForumLine): Problem {
  if (forums.has(line.id)) return 'this forum stands above already'
  if (line.hosts.some((id) => !people.has(id))) return 'a host is not in the file'
  forums.add(line.id)
  return undefined
}

function contributionProblem(seen: Seen, line: ContributionLine): Problem {
  if (seen.contributions.has(line.id)) return 'this contribution stands above already'
  if (!seen.forums.has(line.forum)) return 'the forum is not in the file'
  if (line.author !== null && !seen.people.has(line.author)) return 'the author is not in the file'
  const problem = line.parent === null ? rootProblem(line) : replyProblem(seen, line, line.parent)
  if (problem !== undefined) return problem
  const thread = (line.parent === null ? undefined : seen.contributions.get(line.parent)?.thread) ?? line.id
  const number = `${thread} ${line.number}`
  if (seen.numbers.has(number)) return 'the thread has this number already'
  seen.numbers.add(number)
  const retracted = line.retractedAt !== null
  seen.contributions.set(line.id, {
    forum: line.forum,
    thread,
    version: line.version,
    retracted,
    isRoot: line.parent === null,
    authored: line.author !== null,
  })
  return undefined
}

function rootProblem(line: ContributionLine): Problem {
  if (line.kind !== 'contribution' || line.number !== 0)
    return 'without a parent the kind is "contribution" and the number 0'
  return wordsProblem(line, line.retractedAt === null)
}

function replyProblem(seen: Seen, line: ContributionLine, parentId: string): Problem {
  const parent = seen.contributions.get(parentId)
  if (parent === undefined) return 'its parent does not stand above'
  if (parent.forum !== line.forum) return 'its parent is in another forum'
  if (line.kind === 'contribution' || line.number === 0) return 'a reply has a kind of its own and a number from 1'
  return line.seed ? 'a reply is no seed' : wordsProblem(line, false)
}

function wordsProblem(line: ContributionLine, titled: boolean): Problem {
  if (line.retractedAt !== null && line.body !== '') return 'what is retracted has no words'
  if (titled !== (line.title !== null)) return titled ? 'it needs a title' : 'it has no title'
  return undefined
}

function versionProblem(seen: Seen, line: VersionLine): Problem {
  const contribution = seen.contributions.get(line.contribution)
  if (contribution === undefined) return 'the contribution is not in the file'
  if (contribution.retracted) return 'what is retracted has no versions'
  if (line.version >= contribution.version) return 'only earlier versions stand here'
  return once(seen.versions, `${line.contribution} ${line.version}`, 'this version')
}

function voteProblem(seen: Seen, line: VoteLine): Problem {
  if (!seen.contributions.has(line.contribution)) return 'the contribution is not in the file'
  if (!seen.people.has(line.person)) return 'the person is not in the file'
  return once(seen.votes, `${line.contribution} ${line.person}`, 'a vote of this person')
}

function nearProblem({ contributions, near }: Seen, line: NearLine): Problem {
  const named = [line.contribution, line.origin]
  if (named.some((id) => !contributions.get(id)?.isRoot)) return 'it names what is no contribution of the file'
  if (line.contribution === line.origin) return 'a contribution is not nearly the same as itself'
  return once(near, line.contribution, 'what this contribution is like')
}

function actProblem({ contributions, people, acts }: Seen, line: FoldActLine): Problem {
  if (line.contributions.some((id) => !contributions.get(id)?.isRoot))
    return 'it names what is no contribution of the file'
  const named = [line.by, ...(line.undoneBy === null ? [] : [line.undoneBy])]
  if (named.some((id) => !people.has(id))) return 'the person is not in the file'
  if ((line.undoneAt === null) !== (line.undoneBy === null)) return 'who undid it and when belong together'
  return once(acts, line.id, 'this act')
}

function editionProblem({ editions }: Seen, line: EditionLine): Problem {
  if (editions.has(line.id)) return 'this edition stands above already'
  if ([...editions.values()].some(({ number }) => number >= line.number))
    return 'editions stand in the order of their numbers'
  editions.set(line.id, { number: line.number, came: 0, pieces: line.pieces })
  return undefined
}

function pieceProblem({ editions }: Seen, line: PieceLine): Problem {
  const edition = editions.get(line.edition)
  if (edition === undefined) return 'its edition does not stand above'
  if (line.number !== edition.came + 1 || line.number > edition.pieces)
    return 'the pieces of an edition stand in their order'
  edition.came = line.number
  return undefined
}

function cutEdition({ editions }: Seen): Problem {
  return [...editions.values()].some(({ came, pieces }) => came < pieces)
    ? 'a piece of an edition is missing'
    : undefined
}

function once(known: Set<string>, key: string, what: string): Problem {
  if (known.has(key)) return `${what} stands above already`
  known.add(key)
  return undefined
}
