import './hubs.css'
import { type ReactNode, useState } from 'react'
import { Await, Button, Card, Empty, Field } from '../../web-kit/index.ts'
import type { Person } from './api.ts'
import { PersonLine } from './PersonLine.tsx'
import { say } from './say.ts'
import { usePeople } from './use-people.ts'

type PeopleListProps = {
  /** Of one hub, or of the whole organisation when left out. */
  readonly hubId?: string
  readonly actions?: (person: Person) => ReactNode
  /** What stands here as long as there is nobody. */
  readonly nobody?: ReactNode
}

/** People by name with a field to find one, page after page. */
export function PeopleList({ hubId, actions, nobody }: PeopleListProps) {
  const [words, setWords] = useState('')
  const people = usePeople(words, hubId)
  return (
    <div className="stack">
      <Field label={say('people.find')} type="search" maxLength={100} value={words} onChange={setWords} />
      <Await of={people}>
        {(found) =>
          found.length === 0 ? (
            <Nobody words={words}>{nobody}</Nobody>
          ) : (
            <Card>
              <ul className="people-list">
                {found.map((person) => (
                  <PersonLine key={person.id} person={person} showHub={hubId === undefined}>
                    {actions?.(person)}
                  </PersonLine>
                ))}
              </ul>
            </Card>
          )
        }
      </Await>
      {people.hasNextPage && (
        <Button busy={people.isFetchingNextPage} onPress={() => people.fetchNextPage()}>
          {say('people.more')}
        </Button>
      )}
    </div>
  )
}

function Nobody({ words, children }: { words: string; children: ReactNode }) {
  if (words) return <p role="status">{say('people.none-found', { words })}</p>
  if (children) return children
  return (
    <Empty icon="people" title={say('people.none')}>
      {say('people.none-text')}
    </Empty>
  )
}
