import { Section } from '../../web-kit/index.ts'
import { api } from './api.ts'
import { type Allowed, PagedItems } from './Items.tsx'
import { say } from './say.ts'

/** What stands in no theme: counted, and listed. */
export function Unsorted({ venueId, may }: { venueId: string; may: Allowed }) {
  const first = api.useAnswer('GET /api/venues/:venueId/unsorted', { venueId })
  return (
    <Section title={say('themes.unsorted.title')}>
      <p>{say('themes.unsorted.text')}</p>
      <PagedItems
        first={first}
        load={(before) => api.call('GET /api/venues/:venueId/unsorted', { venueId, before })}
        may={may}
      />
    </Section>
  )
}
