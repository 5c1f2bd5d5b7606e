import type { FormDefinition } from '@qinqing/domain/language/field'
import { burden, formChanges, isSameForm } from '@qinqing/domain/language/form-diff'
import type { PolicyVersionDocument } from '@qinqing/domain/policy/policy/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useRows } from '../../kit/live.tsx'
import { SelectField } from '../../kit/SelectField.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { useTime } from '../../kit/Time.tsx'
import { isReady, Unready } from '../../kit/Unready.tsx'
import { useEditing } from './editing.tsx'
import styles from './formEditor.module.css'

interface Version {
  id: string
  version: number
  at: string
  form: FormDefinition
}

const working = 'working'

/** What is different between two versions, in words. */
function Differences({ from, to }: { from: FormDefinition; to: FormDefinition }) {
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const changes = formChanges(from, to)
  if (!changes.length) return <p className="second">{t('versions.equal')}</p>
  return (
    <ul className={styles.changes} data-testid="changes">
      {changes.map(({ id, what, of, label, aspects }) => (
        <li key={`${of} ${id} ${what}`} data-what={what}>
          <span className={styles.what}>{t(`versions.what.${what}`)}</span>
          <span>
            {of === 'part' && <small>{t('versions.of.part')} </small>}
            <strong>{label[language] || t('unnamed')}</strong>
            {aspects.length > 0 && <small> {aspects.map(one => one[language]).join(language === 'zh' ? '、' : ', ')}</small>}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Every published version of the form; any two can be compared, and any can be brought back. */
export function Versions({ onClose }: { onClose: () => void }) {
  const { policy, item, form, draw, tell, mayEdit } = useEditing()
  const { t } = useTranslation('formEditor')
  const time = useTime()
  const live = useRows<PolicyVersionDocument>('policy-versions', { where: ['eq', 'policy', policy.id], sort: [['version', 'desc']], limit: 50 })
  const [pair, setPair] = useState<{ from?: string; to?: string }>({})
  if (!isReady(live)) return <Unready of={live} as="rows" />
  const versions = live.documents.flatMap(({ version, items, publishedAt }): Version[] => {
    const found = items.find(({ id }) => id === item.id)?.form
    return found ? [{ id: String(version), version, at: publishedAt, form: found }] : []
  })
  const from = versions.find(({ id }) => id === (pair.from ?? versions[0]?.id))
  const to = pair.to ?? working
  const choices = versions.map(({ id, version }) => ({ value: id, label: t('versions.version', { version }) }))
  const restore = ({ version, form: old }: Version) => {
    draw(old)
    tell(t('done.restored', { version }))
  }
  return (
    <div className={styles.sheet}>
      <div className={styles.headline}>
        <h2>{t('versions.title')}</h2>
        <Button small onClick={onClose}>{t('versions.close')}</Button>
      </div>
      <p className="second">{t('versions.lead')}</p>
      {versions.length === 0 && <Empty icon="book" what={t('versions.none')} how={t('versions.noneHow')} />}
      <ol className={styles.versions}>
        {versions.map((one, at) => (
          <li key={one.id}>
            <span>
              <strong>{t('versions.version', { version: one.version })}</strong>
              <small>{t('versions.at', { at: time.moment(one.at) })} · {t('versions.fields', { count: burden(one.form).fields })}</small>
            </span>
            {isSameForm(one.form, versions[at + 1]?.form) && <Tag>{t('versions.same')}</Tag>}
            {isSameForm(one.form, form) ? <Tag icon="tick">{t('versions.current')}</Tag> : mayEdit && (
              <Button small icon="turn" onClick={() => restore(one)} aria-label={`${t('versions.restore')} ${t('versions.version', { version: one.version })}`}>{t('versions.restore')}</Button>
            )}
          </li>
        ))}
      </ol>
      {from && (
        <section className={styles.group} aria-label={t('versions.compare')}>
          <h3>{t('versions.compare')}</h3>
          <div className={styles.two}>
            <FormRow label={t('versions.from')}>
              {field => <SelectField field={field} value={from.id} choices={choices} onChange={id => setPair({ ...pair, from: id })} />}
            </FormRow>
            <FormRow label={t('versions.to')}>
              {field => <SelectField field={field} value={to} choices={[{ value: working, label: t('versions.working') }, ...choices]} onChange={id => setPair({ ...pair, to: id })} />}
            </FormRow>
          </div>
          <Differences from={from.form} to={versions.find(({ id }) => id === to)?.form ?? form} />
        </section>
      )}
    </div>
  )
}
