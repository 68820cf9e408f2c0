import type { ReactNode } from 'react'
import { Field } from '../../web-kit/index.ts'
import { instantOf, wallTimeOf } from '../rules/wall-time.ts'
import { viewerZone } from './zone.ts'

/** A date and a time in the viewer's zone; gives the instant, or null when it is empty. */
export function DateField({
  label,
  hint,
  value,
  onChange,
  required = false,
}: {
  label: string
  hint?: ReactNode
  value: string | null
  onChange: (instant: string | null) => void
  required?: boolean
}) {
  const zone = viewerZone()
  return (
    <Field
      type="datetime-local"
      label={label}
      hint={hint}
      required={required}
      value={value ? wallTimeOf(value, zone) : ''}
      onChange={(wall) => onChange(instantOf(wall, zone) ?? null)}
    />
  )
}
