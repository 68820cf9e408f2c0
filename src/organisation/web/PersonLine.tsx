import './hubs.css'
import type { ReactNode } from 'react'
import { Avatar } from '../../web-kit/index.ts'
import type { Person } from './api.ts'
import { RoleBadge } from './roles.tsx'
import { say } from './say.ts'

/** The name to show; people who have left keep their place without one. */
export function nameOf(person: Pick<Person, 'name'>): string {
  return person.name ?? say('people.erased')
}

/** A person in a list: sign, name, role, hub; `children` is what can be done. */
export function PersonLine({
  person,
  showHub = false,
  children,
}: {
  person: Person
  showHub?: boolean
  children?: ReactNode
}) {
  return (
    <li>
      <Avatar id={person.id} name={nameOf(person)} />
      <span className="person-name">
        <span>{nameOf(person)}</span>
        <RoleBadge role={person.role === 'member' ? null : person.role} guest={person.guest} owner={person.owner} />
        {showHub && person.hub && <span className="quiet-text">{person.hub}</span>}
      </span>
      {children}
    </li>
  )
}
