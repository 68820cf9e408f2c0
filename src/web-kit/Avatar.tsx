import './avatar.css'
import { hueOf, initialsOf } from './initials.ts'

/** A person's sign: initials on a colour made from their id. Decoration: the name stands beside it. */
export function Avatar({ id, name, size = 'm' }: { id: string; name: string; size?: 's' | 'm' | 'l' }) {
  return (
    <span className={`avatar avatar-${size} hue-${hueOf(id)}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
