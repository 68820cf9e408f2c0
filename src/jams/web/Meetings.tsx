import { useState } from 'react'
import type { MeetingsView, MeetingView } from '../../conversation/contract.ts'
import { Button, Day, Empty, Facts, Link, Section } from '../../web-kit/index.ts'
import { placesOf } from './jam-places.ts'
import { MeetingSheet } from './MeetingSheet.tsx'
import { say, sayRich } from './say.ts'

type Props = {
  readonly jamId: string
  readonly view: MeetingsView
  readonly forums: readonly { readonly id: string; readonly title: string }[]
  readonly onEntered: () => void
}

/** The meetings of a jam with what was said there, and how many people that is in sum. */
export function Meetings({ jamId, view: { meetings, spokenFor, may }, forums, onEntered }: Props) {
  const [entering, enter] = useState(false)
  const done = () => {
    enter(false)
    onEntered()
  }
  return (
    <Section title={say('jams.meetings.title')}>
      {meetings.length === 0 ? (
        <Empty icon="people" title={say('jams.meetings.none.title')}>
          {say('jams.meetings.none.text')}
        </Empty>
      ) : (
        <>
          <p>{say('jams.meetings.lead')}</p>
          <Facts>
            <span>{say('jams.meetings.sum', { count: spokenFor.meetings, people: spokenFor.people })}</span>
            {spokenFor.few > 0 && <span>{say('jams.meetings.few', { count: spokenFor.few })}</span>}
          </Facts>
        </>
      )}
      {may.enter.ok && !entering && forums.length > 0 && (
        <div>
          <Button icon="plus" onPress={() => enter(true)}>
            {say('jams.meetings.enter')}
          </Button>
        </div>
      )}
      {entering && <MeetingSheet forums={forums} onEntered={done} onClose={() => enter(false)} />}
      {meetings.map((meeting) => (
        <OneMeeting key={meeting.id} jamId={jamId} meeting={meeting} />
      ))}
    </Section>
  )
}

function OneMeeting({
  jamId,
  meeting: { place, day, people, by, contributions },
}: {
  jamId: string
  meeting: MeetingView
}) {
  const places = placesOf(jamId)
  return (
    <article className="card stack stack-tight" aria-label={place}>
      <h3>{place}</h3>
      <Facts>
        <Day date={day} />
        <span>
          {people === null ? say('jams.meetings.people.few') : say('jams.meetings.people', { count: people })}
        </span>
        {by && <span>{sayRich('jams.meetings.by', { name: by })}</span>}
      </Facts>
      {contributions.length === 0 ? (
        <p className="quiet-text">{say('jams.meetings.gone')}</p>
      ) : (
        <ul className="plain-list" aria-label={say('jams.meetings.said')}>
          {contributions.map(({ id, title }) => (
            <li key={id}>
              <Link to={places.thread(id)}>
                <span className="reading">{title}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
