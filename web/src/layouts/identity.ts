import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { homeOf } from '../kit/home.ts'
import type { Identity } from '../kit/IdentityMenu.tsx'
import { useSession } from '../kit/session.tsx'

/** Who is here, and what else he is; `home` is the side of the house on which he stands. */
export function useIdentity(home: '/admin' | '/desk'): Identity {
  const { t: identity } = useTranslation('identity')
  const { person, hat, hats, wear, leave } = useSession()
  const go = useNavigate()
  return {
    name: person.name,
    post: hat ? `${hat.name} ${hat.as}` : undefined,
    hats: hats.map(({ id, name, as }) => ({ id, label: name, detail: as, worn: id === hat?.id })),
    onHat(id) {
      const chosen = hats.find(one => one.id === id)
      if (!chosen) return
      wear(chosen)
      // What one does for an enterprise is done in the portal.
      void go(chosen.kind === 'enterprise' ? '/' : homeOf(person.posts.find(({ office }) => office === id)?.roles ?? []) ?? home)
    },
    account: { to: `${home}/account`, label: identity('account.link') },
    onSignOut: () => void leave(),
  }
}
