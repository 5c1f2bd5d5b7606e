import type { ReactNode } from 'react'
import { Entrance } from '../../kit/Entrance.tsx'
import { useSession } from '../../kit/session.tsx'
import styles from './Door.module.css'
import { FirstPassword } from './FirstPassword.tsx'
import { SignInAgain } from './SignInAgain.tsx'

interface Props {
  roles: readonly string[]
  children: ReactNode
}

/** Lets in who has the right and a password of the own choice; when the session ends, its person comes in again at this very place. */
export function Door({ roles, children }: Props) {
  return <Entrance roles={roles}><Inside>{children}</Inside></Entrance>
}

function Inside({ children }: { children: ReactNode }) {
  const { person, ended } = useSession()
  if (person.temporary) return <FirstPassword />
  return (
    <>
      <div className={ended ? `${styles.page} ${styles.covered}` : styles.page}>{children}</div>
      {ended && <SignInAgain />}
    </>
  )
}
