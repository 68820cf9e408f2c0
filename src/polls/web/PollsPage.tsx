import './polls.css'
import { JamFrame } from '../../jams/web/index.ts'
import { Await, Empty, type PageProps, Section } from '../../web-kit/index.ts'
import type { PollsView } from '../contract.ts'
import { PollCard } from './PollCard.tsx'
import { say } from './say.ts'
import { usePolls } from './use-polls.ts'

/** Everything that was asked in a jam, wherever it was asked. */
export function PollsPage({ params: { jamId } }: PageProps<'jamId'>) {
  const { polls, onChanged } = usePolls(jamId, undefined)
  return (
    <JamFrame jamId={jamId}>
      {() => <Await of={polls}>{(view) => <AllPolls view={view} onChanged={onChanged} />}</Await>}
    </JamFrame>
  )
}

export function AllPolls({ view: { polls }, onChanged }: { view: PollsView; onChanged: () => void }) {
  if (polls.length === 0)
    return (
      <Empty icon="jams" title={say('polls.none.title')}>
        {say('polls.none.text')}
      </Empty>
    )
  return (
    <Section title={say('polls.title')}>
      <p>{say('polls.lead')}</p>
      {polls.map((poll) => (
        <PollCard key={`${poll.id} ${poll.mine.join()}`} poll={poll} onChanged={onChanged} withPlace />
      ))}
    </Section>
  )
}
