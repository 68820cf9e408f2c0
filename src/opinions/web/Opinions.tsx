import { useState } from 'react'
import type { ContributionView } from '../../conversation/contract.ts'
import { ContributionCard } from '../../conversation/web/index.ts'
import type { May } from '../../kernel/index.ts'
import { numberFormat } from '../../kernel/messages.ts'
import { Await, Empty, NewWaits, Section, Table, viewer } from '../../web-kit/index.ts'
import type { OpinionsView, Statement } from '../contract.ts'
import { hueOf, OpinionPicture } from './OpinionPicture.tsx'
import { say } from './say.ts'
import { useOpinions } from './use-opinions.ts'

type Allowed = { readonly reply: May; readonly vote: May }

/** Opinion groups of a conversation: the picture, common ground first, then what divides. */
export function Opinions({ venueId, may }: { venueId: string; may: Allowed }) {
  const { opinions, anew, show } = useOpinions(venueId)
  return (
    <Await of={opinions}>
      {(view) => (
        <div className="stack">
          <NewWaits sentence={anew ? say('opinions.anew') : null} onShow={show} />
          <p className="opinion-lead">{say('opinions.lead')}</p>
          {view.groups.length === 0 ? <TooFew view={view} may={may} /> : <Shown view={view} may={may} />}
        </div>
      )}
    </Await>
  )
}

function TooFew({ view, may }: { view: OpinionsView; may: Allowed }) {
  const { leastPeople: least, counted, voters } = view
  return (
    <Empty icon="people" title={say('opinions.few.title')}>
      {say('opinions.few.text', { least, counted, voters })} {may.vote.ok && mineOf(view, may)}
    </Empty>
  )
}

function Shown({ view, may }: { view: OpinionsView; may: Allowed }) {
  return (
    <>
      <OpinionPicture view={view} />
      <p>{mineOf(view, may)}</p>
      <Groups view={view} />
      <p className="quiet-text">{say('opinions.took-part', { counted: view.counted, voters: view.voters })}</p>
      <p className="quiet-text">
        {say('opinions.limits')} <a href="/method">{say('opinions.method')}</a>
      </p>
      <Section title={say('opinions.common')}>
        <p>{say('opinions.common.text')}</p>
        {view.commonGround.length === 0 && <p>{say('opinions.common.none')}</p>}
        <Statements statements={view.commonGround} view={view} may={may} />
      </Section>
      <Section title={say('opinions.splits')}>
        <p>{say('opinions.splits.text')}</p>
        {view.splits.length === 0 && <p>{say('opinions.splits.none')}</p>}
        <Statements statements={view.splits} view={view} may={may} />
      </Section>
    </>
  )
}

/** Votes that would give a place are asked for as long as one can vote. */
function mineOf({ mine, myVotes, votesNeeded }: OpinionsView, { vote }: Allowed): string {
  const votes = { count: myVotes, needed: votesNeeded }
  if (!mine) return vote.ok ? say('opinions.mine.none', votes) : say('opinions.mine.over', votes)
  return mine.group === null ? say('opinions.mine.alone') : say('opinions.mine.in', { name: mine.group })
}

function Groups({ view }: { view: OpinionsView }) {
  return (
    <>
      <Table
        caption={say('opinions.table')}
        captionHidden
        columns={[
          {
            key: 'group',
            head: say('opinions.table.group'),
            names: true,
            cell: ({ group }) => say('opinions.group', { name: group }),
          },
          { key: 'people', head: say('opinions.table.people'), number: true, cell: ({ people }) => people },
        ]}
        rows={view.groups}
        keyOf={({ group }) => group}
      />
      {view.hiddenPeople > 0 && <p className="quiet-text">{say('opinions.hidden', { people: view.hiddenPeople })}</p>}
    </>
  )
}

const percent = (share: number): string =>
  numberFormat(viewer().locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)

type Listed = { readonly statements: readonly Statement[]; readonly view: OpinionsView; readonly may: Allowed }

function Statements({ statements, view, may }: Listed) {
  const [changed, setChanged] = useState<ReadonlyMap<string, ContributionView>>(new Map())
  return statements.map(({ contribution, share, low, high, votes, groups }) => {
    const margin = { share: percent(share), low: percent(low), high: percent(high), votes }
    return (
      <div key={contribution.id} className="opinion-statement">
        <ContributionCard
          item={changed.get(contribution.id) ?? contribution}
          may={may}
          onChanged={(item) => setChanged((before) => new Map(before).set(item.id, item))}
        />
        <p className="quiet-text">{say('opinions.share', margin)}</p>
        <ul className="plain-list opinion-bars">
          {groups.map(({ group, agree, disagree }) => (
            <GroupBar key={group} view={view} group={group} agree={agree} disagree={disagree} />
          ))}
        </ul>
      </div>
    )
  })
}

type Bar = { readonly view: OpinionsView; readonly group: string; readonly agree: number; readonly disagree: number }

/** How one group voted: agreement from the left, disagreement from the right; the sentence says the same. */
function GroupBar({ view, group, agree, disagree }: Bar) {
  return (
    <li>
      <svg className={`hue-${hueOf(view, group)}`} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="opinion-rest" width={100} height={6} />
        <rect className="opinion-agree" width={agree * 100} height={6} />
        <rect className="opinion-disagree" x={100 - disagree * 100} width={disagree * 100} height={6} />
      </svg>
      <span className="quiet-text">
        {say('opinions.group-vote', { name: group, agree: percent(agree), disagree: percent(disagree) })}
      </span>
    </li>
  )
}
