import type { readingContract } from '../../reading/contract.ts'
import { Await, apiOf, Button, Link, Section } from '../../web-kit/index.ts'
import { type Allowed, Items } from './Items.tsx'
import { say } from './say.ts'

const api = apiOf<typeof readingContract>()

/** What the fewest have read: hosts see to it that each has its readers. What is read here stays until they ask for others. */
export function SeldomRead({ venueId, all, may }: { venueId: string; all: string; may: Allowed }) {
  const found = api.useAnswer('GET /api/venues/:venueId/seldom-read', { venueId })
  return (
    <Section title={say('themes.seldom')}>
      <Link to={all}>{say('themes.all')}</Link>
      <p className="theme-lead">{say('themes.seldom.why')}</p>
      <Await of={found}>
        {({ items }) => (
          <div className="stack">
            {items.length === 0 && <p>{say('themes.empty')}</p>}
            <Items items={items} may={may} />
            {items.length > 0 && (
              <div>
                <Button busy={found.isFetching} onPress={() => found.refetch()}>
                  {say('themes.seldom.others')}
                </Button>
              </div>
            )}
          </div>
        )}
      </Await>
    </Section>
  )
}
