import { itemFaults } from '@qinqing/domain/language/item'
import type { IntakeDocument } from '@qinqing/domain/policy/intake/contract'
import type { PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { Button } from '../kit/Button.tsx'
import { Empty } from '../kit/Empty.tsx'
import { Newcomers, useHeld } from '../kit/HeldList.tsx'
import { useLanguage } from '../kit/i18n.ts'
import { Icon } from '../kit/Icon.tsx'
import { useRows } from '../kit/live.tsx'
import { PaneTitle } from '../kit/Panes.tsx'
import { type Column, RowTable } from '../kit/RowTable.tsx'
import { Tag } from '../kit/Tag.tsx'
import { Time } from '../kit/Time.tsx'
import { isReady, Unready } from '../kit/Unready.tsx'
import { isPhone } from '../kit/phone.ts'
import { IntakePanel } from './intake/IntakePanel.tsx'
import intakeStyles from './intake/intake.module.css'
import { useOwnOffice } from './intake/own-office.ts'
import { UploadFile } from './intake/UploadFile.tsx'
import styles from './list/list.module.css'
import { StateTags } from './list/StateTags.tsx'

const command = 'npm run import -- service-items ops/demo/data/service-items/service-items.json'

const newest = [['updatedAt', 'desc']] as const
const imported = ['eq', 'imported', true] as const

function Command() {
  const { t } = useTranslation('editor')
  const own = useOwnOffice()
  const whole = own ? `${command} --office ${own.office}` : command
  const [copied, setCopied] = useState(false)
  return (
    <div className={styles.command}>
      <code>{whole}</code>
      <Button small onClick={() => void navigator.clipboard.writeText(whole).then(() => setCopied(true), () => setCopied(false))}>
        <span role="status">{copied ? t('import.copied') : t('import.copy')}</span>
      </Button>
    </div>
  )
}

function useColumns(): Column<PolicyDraftDocument>[] {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const faults = ({ items }: PolicyDraftDocument) => items.flatMap(item => itemFaults(item))
  return [
    {
      id: 'title', head: t('list.column.title'), struck: true, title: ({ title }) => title,
      cell: ({ id, title }) => <Link to={`/desk/policies/${id}`} onClick={event => event.stopPropagation()}>{title}</Link>,
    },
    {
      id: 'authority', head: t('import.authority'), width: 224, quiet: true, title: ({ origin }) => origin?.authority ?? '',
      cell: ({ origin, sample }) => <span className={styles.tagged}><span className="cut">{origin?.authority}</span>{sample && <Tag>{t('sample')}</Tag>}</span>,
    },
    {
      id: 'faults', head: t('import.faults'), width: 264, title: policy => faults(policy).map(({ message }) => message[language]).join('；'),
      cell: policy => {
        const [first, ...more] = faults(policy)
        if (!first) return <span className="second">{t('import.fine')}</span>
        return (
          <span className={styles.tagged}>
            <span className={styles.wants}><Icon name="late" small /></span>
            <span className="cut">{first.message[language]}{more.length > 0 && t('import.more', { count: more.length })}</span>
          </span>
        )
      },
    },
    {
      id: 'state', head: t('list.column.state'), width: 210,
      cell: policy => <span className={styles.tagged}><StateTags policy={policy} /></span>,
    },
    { id: 'at', head: t('import.at'), width: 96, quiet: true, cell: ({ updatedAt }) => <Time at={updatedAt} as="day" /> },
  ]
}

const latest = [['stagedAt', 'desc']] as const

/** The imports of one's office, the latest first; one of them is open. */
function Past({ open }: { open: string | null }) {
  const { t } = useTranslation('policyLife')
  const { documents } = useRows<IntakeDocument>('intakes', { sort: latest, limit: 6 })
  if (documents.length === 0) return null
  return (
    <nav className={intakeStyles.past} aria-label={t('intake.past')}>
      {documents.map(({ id, file, status, preview }) => (
        <Link key={id} to={{ search: `?intake=${id}` }} aria-current={id === open ? 'page' : undefined} title={file.name}>
          <span>{file.name}</span><span className="second">{status === 'previewed' && preview?.good === 0 ? t('intake.noGood') : t(`intake.status.${status}`)}</span>
        </Link>
      ))}
    </nav>
  )
}

/** How service items of another system become drafts here, and those that have. */
export function ImportPage() {
  const { t } = useTranslation('editor')
  const { t: life } = useTranslation('policyLife')
  const go = useNavigate()
  const [query, setQuery] = useSearchParams()
  const live = useRows<PolicyDraftDocument>('policy-drafts', { where: imported, sort: newest, limit: 500 })
  const held = useHeld(live.documents, ({ id }) => id)
  const columns = useColumns()
  const own = useOwnOffice()
  const intake = query.get('intake')
  return (
    <div className={styles.importPage}>
      <title>{t('import.title')}</title>
      <PaneTitle title={t('import.title')} count={isReady(live) ? t('import.count', { count: live.total }) : undefined} />
      <div className={styles.how}>
        <UploadFile first={!intake} onStaged={id => setQuery({ intake: id })} />
        <Past open={intake} />
        {intake && <IntakePanel key={intake} id={intake} />}
        <details>
          <summary>{life('intake.server')}</summary>
          <Command />
          <ol>
            <li>{t('import.steps.where')}</li>
            {own && <li>{t('import.steps.office', { office: own.officeName })}</li>}
            <li>{t('import.steps.official')}</li>
          </ol>
        </details>
      </div>
      <div className={styles.newest}><Newcomers count={held.newcomers} onAdmit={held.admit} area={t('import.title')} /></div>
      {isReady(live)
        ? (
          <RowTable
            caption={t('import.list')} columns={columns} held={held} selected={query.get('policy') ?? undefined} testId="imported-row"
            onSelect={id => (isPhone() ? void go(`/desk/policies/${id}`) : setQuery({ policy: id, ...intake ? { intake } : {} }, { replace: true }))}
            onOpen={id => void go(`/desk/policies/${id}`)}
            words={{ up: t('keys.up'), down: t('keys.down'), open: t('keys.open') }}
            empty={<Empty icon="upload" what={t('import.none')} how={t('import.noneHow')} />}
          />
        )
        : <Unready of={live} count={8} missing={{ what: t('import.none'), how: t('import.noneHow') }} />}
    </div>
  )
}
