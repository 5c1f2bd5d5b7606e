import { usePlace } from './admin/address.ts'
import { HomeView } from './admin/HomeView.tsx'
import { InvitationsView } from './admin/InvitationsView.tsx'
import { OfficesView } from './admin/OfficesView.tsx'
import { PeopleView } from './admin/PeopleView.tsx'
import { PersonView } from './admin/PersonView.tsx'

const views = { home: HomeView, people: PeopleView, invitations: InvitationsView, offices: OfficesView }

/** People, posts and offices of the city; what waits for an administrator first. */
export function AdminPage() {
  const { view, person } = usePlace()
  if (person) return <PersonView key={person} id={person} />
  const Shown = views[view]
  return <Shown />
}
