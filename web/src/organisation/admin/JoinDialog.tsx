import type { EnterpriseDocument } from '@qinqing/domain/identity/enterprise/contract'
import type { Membership, PersonDocument } from '@qinqing/domain/identity/person/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useDocument } from '../../kit/live.tsx'
import { EnterprisePicker } from '../../parts/EnterprisePicker.tsx'
import styles from './admin.module.css'

const capacities = ['agent', 'legal'] as const

/** Lets somebody act for an enterprise. */
export function JoinDialog({ person, onClose }: { person: PersonDocument; onClose: () => void }) {
  const { t } = useTranslation('admin')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const { ask, busy, problem } = useAsk('person', person.id)
  const [chosen, choose] = useState<string | null>(null)
  const { document: enterprise } = useDocument<EnterpriseDocument>('enterprises', chosen)
  const [capacity, setCapacity] = useState<Membership['capacity']>('agent')
  const [tried, setTried] = useState(false)
  const join = async () => {
    if (!enterprise) return setTried(true)
    if (await ask('JoinEnterprise', { enterprise: enterprise.id, enterpriseName: enterprise.name, capacity })) onClose()
  }
  return (
    <Dialog
      title={t('firm.joinTitle', { name: person.name })} onClose={onClose}
      foot={(
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button kind="primary" busy={busy !== null} onClick={() => void join()}>{t('firm.join')}</Button>
        </>
      )}
    >
      <div className={styles.form}>
        <FormRow label={t('firm.which')} fault={tried && !enterprise ? t('firm.none') : undefined} help={enterprise && `${enterprise.name} · ${enterprise.creditCode}`}>
          {() => (
            <EnterprisePicker
              without={person.memberships.map(one => one.enterprise)}
              words={{ pick: t('firm.pick'), none: t('firm.notFound'), searching: t('firm.searching') }} onPick={choose}
            />
          )}
        </FormRow>
        <fieldset>
          <legend className={styles.legend}>{t('firm.as')}</legend>
          <div className={styles.checks}>
            {capacities.map(one => (
              <label key={one}>
                <input type="radio" name="capacity" checked={capacity === one} onChange={() => setCapacity(one)} />
                <span>{t(`firm.capacity.${one}`)}<small>{t(`firm.capacityIs.${one}`)}</small></span>
              </label>
            ))}
          </div>
        </fieldset>
        {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
      </div>
    </Dialog>
  )
}
