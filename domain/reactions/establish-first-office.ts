import type { PersonEvent } from '../identity/person/events.ts'
import type { Reaction } from '../kernel/reaction.ts'

/** The office that the first administrator names is established. */
export const establishFirstOffice: Reaction<PersonEvent> = {
  name: 'establish-first-office',
  on: {
    CityFounded: ({ office, ...data }) => [{ aggregate: 'office', id: office, command: { type: 'EstablishOffice', data } }],
  },
}
