import { useMemo } from 'react'
import { Select, useNow } from '../../web-kit/index.ts'
import { timeThere, timeZones } from './places-and-languages.ts'
import { say } from './say.ts'

type TimeZoneSelectProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (timeZone: string) => void
}

/** A time zone, with the time there by which people know that it is theirs. */
export function TimeZoneSelect({ label, value, onChange }: TimeZoneSelectProps) {
  const zones = useMemo(() => timeZones(value), [value])
  const time = timeThere(value, useNow())
  const hint = time && say('identity.person.time-there', { time })
  return <Select label={label} hint={hint} value={value} options={zones} onChange={onChange} />
}
