import type { ReadmodelDocument } from '@qinqing/domain/service/readmodel/contract'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button.tsx'
import { Empty } from '../kit/Empty.tsx'
import { useLanguage } from '../kit/i18n.ts'
import { useRows } from '../kit/live.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'
import { ProblemNotice } from '../kit/ProblemNotice.tsx'
import { Section, Surface } from '../kit/Section.tsx'
import { StatusMark } from '../kit/StatusMark.tsx'
import { useTime } from '../kit/Time.tsx'
import { isReady, Unready } from '../kit/Unready.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { Model } from './Model.tsx'
import { useModelName } from './names.ts'
import styles from './operator.module.css'
import { useSystem } from './system.ts'

const byId = [['id', 'asc']] as const
const shownRepairs = 30

/** For whoever runs the system: whether all is well, what is being made anew, and what repaired itself. */
export function SystemPage() {
  const { t } = useTranslation('operator')
  const language = useLanguage()
  const time = useTime()
  const records = useRows<ReadmodelDocument>('readmodels', { sort: byId, limit: 200 })
  const { system, problem, refresh } = useSystem(records.documents)
  const building = records.documents.filter(({ status }) => status !== 'idle').length
  const models = system?.projections ?? []
  const standing = models.filter(one => one.standing).length
  const behind = models.filter(one => one.lag > 0).length
  const headline = standing ? t('standing', { count: standing }) : building ? t('building', { count: building }) : behind ? t('behind', { count: behind }) : t('fine')
  const round = system?.reconciler.round
  return (
    <>
      <PageTitle
        tab={t('title')} aside={<Button icon="turn" onClick={refresh}>{t('refresh')}</Button>}
        sub={system && `${t('asOf', { at: time.moment(system.at) })} · ${round ? t('compared', { at: time.moment(round.at), seconds: (round.ms / 1000).toFixed(1) }) : t('comparing')}`}
      >
        {system ? headline : t('title')}
      </PageTitle>
      {problem && <ProblemNotice urgent level={2} what={problem.detail[language]} action={<Button onClick={refresh}>{t('retry')}</Button>} />}
      {!isReady(records) ? <Unready of={records} />
        : (
          <div className={styles.sections}>
            <Section title={t('models')} count={models.length || undefined}>
              <p className={styles.how}>{t('modelsHow')}</p>
              {!system && !problem && <Waiting />}
              {system && (
                <Surface as="ul" lined>
                  {models.map(model => <Model key={model.name} model={model} record={records.documents.find(({ id }) => id === model.name)} />)}
                </Surface>
              )}
            </Section>
            <Repairs records={records.documents} />
          </div>
        )}
    </>
  )
}

function Repairs({ records }: { records: readonly ReadmodelDocument[] }) {
  const { t } = useTranslation('operator')
  const all = records.flatMap(record => record.repaired.map(fault => ({ model: record.id, ...fault }))).toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const total = records.reduce((sum, { repairs }) => sum + repairs, 0)
  return (
    <Section title={t('repairs')} count={total > all.length || all.length > shownRepairs ? t('total', { count: total }) : total || undefined}>
      <Surface as="ul" lined>
        {all.length === 0 && <li className={styles.bare}><Empty icon="check" what={t('noRepairs')} how={t('repairsHow')} /></li>}
        {all.slice(0, shownRepairs).map((fault, n) => <Repair key={`${fault.model} ${fault.document} ${fault.at} ${n}`} fault={fault} />)}
      </Surface>
    </Section>
  )
}

function Repair({ fault }: { fault: ReadmodelDocument['repaired'][number] & { model: string } }) {
  const { t } = useTranslation('operator')
  const time = useTime()
  const name = useModelName(fault.model)
  return (
    <li className={styles.model}>
      <div className={styles.words}>
        <strong>{name}</strong> <code>{fault.document}</code>
        <p>
          <StatusMark status="met">{`${t(`repaired.${fault.place}`)} · ${t(`fault.${fault.kind}`)}`}</StatusMark>
          {fault.fields.length > 0 && <span>{t('fields', { fields: fault.fields.join('、') })}</span>}
          <span>{time.moment(fault.at)}</span>
        </p>
      </div>
    </li>
  )
}
