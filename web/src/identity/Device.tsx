import type { DeviceDocument } from '@qinqing/domain/identity/session/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../kit/ask.ts'
import { Button } from '../kit/Button.tsx'
import { Confirm } from '../kit/Dialog.tsx'
import { FieldFault } from '../kit/FormRow.tsx'
import { useLanguage } from '../kit/i18n.ts'
import { Tag } from '../kit/Tag.tsx'
import { useTime } from '../kit/Time.tsx'
import styles from './Account.module.css'
import { clientOf } from './client-name.ts'

/** One place where one is signed in; another one than this can be ended from here. */
export function Device({ device: { id, client, openedAt, expiresAt }, here }: { device: DeviceDocument; here: boolean }) {
  const { t } = useTranslation('identity')
  const language = useLanguage()
  const time = useTime()
  const { ask, busy, problem } = useAsk('session', id)
  const [ending, setEnding] = useState(false)
  const { system, browser } = clientOf(client)
  const name = system === 'other' && !browser ? t('account.unknown') : [browser, t(`device.${system}`)].filter(Boolean).join(' · ')
  return (
    <li className={styles.row}>
      <div>
        <strong>{name}</strong> {here && <Tag tone="ok">{t('account.here')}</Tag>}
        <p>{t('account.since', { at: time.moment(openedAt), until: time.moment(expiresAt) })}</p>
      </div>
      {!here && <Button small aria-label={t('account.endThereOf', { device: name })} onClick={() => setEnding(true)}>{t('account.endThere')}</Button>}
      {ending && (
        <Confirm
          title={t('account.endTitle', { device: name })} act={t('account.endThere')} kind="danger" busy={busy !== null} onClose={() => setEnding(false)}
          consequences={[t('account.endSees'), t('account.endKept')]}
          onAct={() => void ask('CloseSession', { reason: 'revoked' }).then(done => done && setEnding(false))}
        >
          {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
        </Confirm>
      )}
    </li>
  )
}
