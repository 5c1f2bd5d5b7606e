import type { AccountDocument, PersonDocument } from '@qinqing/domain/identity/person/contract'
import type { DeviceDocument } from '@qinqing/domain/identity/session/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button.tsx'
import { useDocument, useRows } from '../kit/live.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'
import { Section, Surface } from '../kit/Section.tsx'
import { useSession } from '../kit/session.tsx'
import { Tag } from '../kit/Tag.tsx'
import { useTime } from '../kit/Time.tsx'
import { isReady, Unready } from '../kit/Unready.tsx'
import styles from './Account.module.css'
import { Device } from './Device.tsx'
import { PasswordDialog } from './PasswordDialog.tsx'
import { PhoneDialog } from './PhoneDialog.tsx'

const latest = [['openedAt', 'desc']] as const

/** The own account: who one is here, what one may do, the password, and where one is signed in. */
export function AccountPage() {
  const { t } = useTranslation('identity')
  const { person: { id, name } } = useSession()
  const person = useDocument<PersonDocument>('people', id)
  const account = useDocument<AccountDocument>('accounts', id)
  return (
    <div className={`${styles.page} wrap`}>
      <PageTitle tab={t('account.tab')} sub={person.document?.username}>{t('account.title', { name })}</PageTitle>
      {!isReady(person) || !person.document ? <Unready of={person} as="facts" />
        : !isReady(account) || !account.document ? <Unready of={account} as="facts" />
        : <Account person={person.document} account={account.document} />}
    </div>
  )
}

function Account({ person, account }: { person: PersonDocument; account: AccountDocument }) {
  const { t } = useTranslation('identity')
  const time = useTime()
  const [open, setOpen] = useState<'password' | 'phone'>()
  const [changed, setChanged] = useState(false)
  const close = () => setOpen(undefined)
  return (
    <>
      <Section title={t('account.self')}>
        <Surface as="ul" lined>
          <li className={styles.row}><div><strong>{t('name')}</strong><p>{person.name}<span className="second">　{t('account.nameWhy')}</span></p></div></li>
          <li className={styles.row}>
            <div><strong>{t('phone')}</strong><p>{account.phone || t('account.noPhone')}<span className="second">　{t('phoneHelp')}</span></p></div>
            <Button small onClick={() => setOpen('phone')}>{t('account.changePhone')}</Button>
          </li>
          <li className={styles.row}>
            <div>
              <strong>{t('password.own')}</strong>
              <p role="status">{changed ? t('password.changed') : account.passwordSetAt && t('password.since', { at: time.moment(account.passwordSetAt) })}</p>
            </div>
            <Button small onClick={() => setOpen('password')}>{t('password.change')}</Button>
          </li>
        </Surface>
      </Section>
      <Section title={t(person.memberships.length && !person.posts.length ? 'account.firms' : 'account.posts')}>
        <Surface as="ul" lined>
          {person.posts.map(({ office, officeName, title, roles }) => (
            <li key={office} className={styles.row}>
              <div><strong lang="zh-CN">{officeName}　{title}</strong><p className={styles.tags}>{roles.map(role => <Tag key={role}>{t(`role.${role}`)}</Tag>)}</p></div>
            </li>
          ))}
          {person.memberships.map(({ enterprise, enterpriseName, capacity }) => (
            <li key={enterprise} className={styles.row}><div><strong>{enterpriseName}</strong><p>{t(`capacity.${capacity}`)}</p></div></li>
          ))}
          <li className={styles.row}><div><p className="second">{t('account.workWhy')}</p></div></li>
        </Surface>
      </Section>
      <Devices />
      {open === 'phone' && <PhoneDialog phone={account.phone} onClose={close} />}
      {open === 'password' && <PasswordDialog onClose={close} onDone={() => { close(); setChanged(true) }} />}
    </>
  )
}

function Devices() {
  const { t } = useTranslation('identity')
  const { session } = useSession()
  const time = useTime()
  const devices = useRows<DeviceDocument>('devices', { sort: latest })
  // One that is past its time has ended without an event.
  const open = devices.documents.filter(({ expiresAt }) => expiresAt > time.now)
  return (
    <Section title={t('account.devices')} count={isReady(devices) ? t('account.devices_count', { count: open.length }) : undefined}>
      {!isReady(devices) ? <Unready of={devices} count={2} /> : (
        <Surface as="ul" lined>
          {open.map(device => <Device key={device.id} device={device} here={device.id === session} />)}
          <li className={styles.row}><div><p className="second">{t('account.notYours')}</p></div></li>
        </Surface>
      )}
    </Section>
  )
}
