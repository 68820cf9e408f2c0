import { AdministrationFrame } from './AdministrationFrame.tsx'
import { PeopleList } from './PeopleList.tsx'

/** Everybody in the organisation, by name. */
export function PeopleAdministrationPage() {
  return (
    <AdministrationFrame>
      <PeopleList />
    </AdministrationFrame>
  )
}
