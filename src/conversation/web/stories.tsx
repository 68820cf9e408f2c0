import { type Story, tell } from '../../web-kit/index.ts'
import { TITLE_MAX } from '../rules/limits.ts'
import { AnswerBox } from './AnswerBox.tsx'
import { ContributionCard, RootContribution } from './ContributionCard.tsx'
import { ContributionComposer } from './ContributionComposer.tsx'
import './conversation.css'
import './thread.css'
import { replyKinds } from './KindLabel.tsx'
import { NewButton } from './NewButton.tsx'
import { ReadContribution } from './ReadContribution.tsx'
import { ReplyComposer } from './ReplyComposer.tsx'
import { ReplyItem, type ReplyProps } from './ReplyItem.tsx'
import {
  allowed,
  contributionSample,
  guestAuthor,
  longHtml,
  refused,
  replySample,
  retractedSample,
  stranger,
} from './samples.ts'

const may = { reply: allowed, vote: allowed }
const nothing = () => undefined
const card = (given: Parameters<typeof contributionSample>[0] = {}) => (
  <ContributionCard item={contributionSample(given)} may={may} onChanged={nothing} forum="Approvals" />
)
const reply = (given: Partial<ReplyProps> = {}) => (
  <ReplyItem
    item={replySample()}
    may={may}
    order="tree"
    position={1}
    size={31}
    isUnread={false}
    isTarget={false}
    answering={undefined}
    watch={nothing}
    onChanged={nothing}
    onAnswer={nothing}
    {...given}
  />
)
const forums = [
  { id: '01a20000-0000-7000-8000-000000000101', title: 'Approvals', question: 'Which approval could go?' },
  { id: '01a20000-0000-7000-8000-000000000102', title: 'Partners', question: 'What should partners know?' },
]

/** The parts of a conversation in each of their states. */
export const stories: Story[] = [
  {
    name: 'Contribution in a feed',
    states: {
      plain: () => card(),
      'voted and kept': () => card({ myVote: 'agree', favourite: true }),
      'disagreed, edited': () =>
        card({
          myVote: 'disagree',
          version: 2,
          editedAt: new Date().toISOString(),
          votes: { agree: 2, disagree: 41, pass: 9 },
        }),
      'of a guest, in another language': () =>
        card({ author: guestAuthor, language: 'pl', title: 'Dwa podpisy wystarczą', html: '' }),
      seed: () => card({ seed: true }),
      'author not known': () => card({ author: null }),
      'very long': () => card({ title: 'W'.repeat(20).concat(' ').repeat(12).slice(0, TITLE_MAX), html: longHtml }),
      retracted: () => <ContributionCard item={retractedSample()} may={may} onChanged={nothing} />,
      closed: () => (
        <ContributionCard item={contributionSample()} may={{ reply: refused, vote: refused }} onChanged={nothing} />
      ),
    },
  },
  {
    name: 'Contribution at the head of its thread',
    states: {
      mine: () => (
        <RootContribution item={contributionSample({ mine: true, version: 2 })} may={may} onChanged={nothing}>
          <AnswerBox
            to={contributionSample()}
            may={allowed}
            open={undefined}
            onOpen={() => tell('…')}
            onClose={nothing}
            onPosted={nothing}
          />
        </RootContribution>
      ),
      'for a stranger': () => (
        <RootContribution item={contributionSample()} may={{ reply: stranger, vote: stranger }} onChanged={nothing}>
          <AnswerBox
            to={contributionSample()}
            may={stranger}
            open={undefined}
            onOpen={nothing}
            onClose={nothing}
            onPosted={nothing}
          />
        </RootContribution>
      ),
    },
  },
  {
    name: 'Reply',
    states: {
      ...Object.fromEntries(replyKinds.map((kind) => [kind, () => reply({ item: replySample({ kind }) })])),
      'unread, third level': () => reply({ item: replySample({ depth: 3 }), isUnread: true }),
      'landed on': () => reply({ isTarget: true }),
      'by time, with what it answers': () =>
        reply({ order: 'time', item: replySample({ depth: 4 }), answered: replySample({ number: 12 }) }),
      retracted: () => reply({ item: replySample({ retracted: true, html: '' }) }),
      'very long': () => reply({ item: replySample({ html: longHtml }) }),
    },
  },
  {
    name: 'Composer',
    states: {
      open: () => <ContributionComposer forums={forums} may={allowed} onPosted={nothing} />,
      stranger: () => <ContributionComposer forums={forums.slice(0, 1)} may={stranger} onPosted={nothing} />,
      refused: () => <ContributionComposer forums={forums} may={refused} onPosted={nothing} />,
      'of a reply': () => (
        <ReplyComposer to={contributionSample()} kind="objection" onPosted={nothing} onClose={nothing} />
      ),
    },
  },
  {
    name: 'New ones wait',
    states: {
      twelve: () => <NewButton count={12} what="contributions" onPress={nothing} />,
      'one reply': () => <NewButton count={1} what="replies" onPress={nothing} />,
    },
  },
  {
    name: 'To read only',
    states: {
      contribution: () => <ReadContribution item={contributionSample()} to="#" />,
      reply: () => <ReadContribution item={replySample({ kind: 'question' })} to="#" />,
      retracted: () => <ReadContribution item={retractedSample()} />,
    },
  },
]
