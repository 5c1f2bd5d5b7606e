import { signOut } from '@qinqing/api/client'
import { useTranslation } from 'react-i18next'
import { Navigate, useSearchParams } from 'react-router'
import { Button } from '../kit/Button.tsx'
import { useDemo } from '../kit/demo.tsx'
import { afterSignIn, homeOf } from '../kit/home.ts'
import { PageTitle } from '../kit/PageTitle.tsx'
import { ProblemNotice } from '../kit/ProblemNotice.tsx'
import { useEntrance } from '../kit/session.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { SignInForm } from './SignInForm.tsx'
import styles from './SignIn.module.css'

/** One form; who is in already goes on, back to where they wanted to go or home. */
export function SignInPage() {
  const { t } = useTranslation('portal')
  const { t: kit } = useTranslation('kit')
  const { known, ask, forget } = useEntrance()
  const demo = useDemo()
  const [query] = useSearchParams()
  const roles = known.state === 'known' ? known.me.viewer.roles : []
  if (known.state === 'known' && homeOf(roles)) return <Navigate to={afterSignIn(query.get('to'), roles)} replace />
  return (
    <div className={styles.page}>
      <PageTitle tab={t('title.signIn')}>{t('signIn.title')}</PageTitle>
      {known.state === 'asking' && <Waiting as="form" count={2} />}
      {known.state === 'known' && (
        <ProblemNotice
          tone="info"
          what={t('signIn.nowhere')}
          action={
            <>
              <Button small onClick={() => void ask()}>
                {kit('retry')}
              </Button>
              <Button kind="bare" small onClick={() => void signOut().finally(forget)}>
                {kit('identity.signOut')}
              </Button>
            </>
          }
        />
      )}
      {known.state === 'trouble' && (
        <ProblemNotice
          what={kit('trouble.unreachable.title')}
          todo={kit('trouble.unreachable.todo')}
          action={
            <Button small onClick={() => void ask()}>
              {kit('retry')}
            </Button>
          }
        />
      )}
      {known.state === 'nobody' && <SignInForm onDone={ask} />}
      {demo && <p className={`${styles.demo} second`}>{t('signIn.demo')}</p>}
    </div>
  )
}
