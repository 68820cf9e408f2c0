import { Count, Table } from '../../web-kit/index.ts'
import type { StateCounts } from '../contract.ts'
import { STATES } from '../rules/promise-clock.ts'
import { StateBadge } from './StateBadge.tsx'
import { say } from './say.ts'

/** How many promises are in each state; states without any are left out. */
export function Counts({ counts, caption }: { counts: StateCounts; caption: string }) {
  const rows = STATES.flatMap((state) => (counts[state] > 0 ? { state, count: counts[state] } : []))
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ state }) => state}
      columns={[
        { key: 'state', head: say('promises.state'), cell: ({ state }) => <StateBadge state={state} />, names: true },
        { key: 'count', head: say('promises.number'), cell: ({ count }) => <Count value={count} />, number: true },
      ]}
    />
  )
}
