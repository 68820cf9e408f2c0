import { useState } from 'react'
import { Section } from '../../web-kit/index.ts'
import { api } from './api.ts'
import type { Chosen } from './Choosing.tsx'
import { ChooseBar } from './HostParts.tsx'
import { type Allowed, PagedItems } from './Items.tsx'
import { say } from './say.ts'
import { useShaping } from './use-shaping.ts'

/** What stands in no theme: counted, and listed. Hosts put it into a theme. */
export function Unsorted({ venueId, may }: { venueId: string; may: Allowed }) {
  const first = api.useAnswer('GET /api/venues/:venueId/unsorted', { venueId })
  const [chosen, choose] = useState<Chosen>(null)
  const shaping = useShaping(venueId)
  return (
    <Section title={say('themes.unsorted.title')}>
      <p>{say('themes.unsorted.text')}</p>
      {shaping.isHost && shaping.themes.length > 0 && (
        <ChooseBar venueId={venueId} theme={null} shaping={shaping} chosen={chosen} onChoose={choose} />
      )}
      <PagedItems
        key={shaping.round}
        first={first}
        load={(before) => api.call('GET /api/venues/:venueId/unsorted', { venueId, before })}
        may={may}
        chosen={chosen}
        onChoose={choose}
      />
    </Section>
  )
}
