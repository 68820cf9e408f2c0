import { useState } from 'react'
import { Form, Note, Switch } from '../../web-kit/index.ts'
import type { Dates, JamView } from '../contract.ts'
import { DateField } from './DateField.tsx'
import { SaveFoot, useNextStep } from './StepFoot.tsx'
import { say } from './say.ts'
import { useSettings } from './use-settings.ts'
import { viewerZone, zoneName } from './zone.ts'

/** When each phase begins and ends, in the viewer's zone, which is named. */
export function DatesStep({ view }: { view: JamView }) {
  const [dates, setDates] = useState<Dates>(view.jam.dates)
  const [rates, setRates] = useState(view.jam.dates.rateAt !== null)
  const { save, busy, error } = useSettings(view)
  const next = useNextStep(view, 'dates')
  const set = (key: keyof Dates) => (at: string | null) => setDates((before) => ({ ...before, [key]: at }))
  if (view.jam.phase !== 'prepare') return <Note>{say('jams.dates.open')}</Note>
  return (
    <Form
      busy={busy}
      error={error}
      onSend={() => save({ dates: { ...dates, rateAt: rates ? dates.rateAt : null } }, next)}
    >
      <p className="quiet-text">{say('jams.dates.zone', { zone: zoneName(viewerZone()) })}</p>
      <DateField
        label={say('jams.dates.opens')}
        hint={say('jams.dates.opens.hint')}
        value={dates.opensAt}
        onChange={set('opensAt')}
      />
      <Switch
        label={say('jams.dates.with-rating')}
        hint={say('jams.dates.with-rating.hint')}
        checked={rates}
        onChange={setRates}
      />
      {rates && <DateField required label={say('jams.dates.rate')} value={dates.rateAt} onChange={set('rateAt')} />}
      <DateField
        required
        label={say('jams.dates.closes')}
        hint={say('jams.dates.closes.hint')}
        value={dates.closesAt}
        onChange={set('closesAt')}
      />
      <DateField
        label={say('jams.dates.archive')}
        hint={say('jams.dates.archive.hint')}
        value={dates.archiveAt}
        onChange={set('archiveAt')}
      />
      <SaveFoot view={view} busy={busy} />
    </Form>
  )
}
