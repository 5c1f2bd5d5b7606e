import type { OfficeDocument } from '@qinqing/domain/organisation/office/contract'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { PageTitle } from '../../kit/PageTitle.tsx'
import { Surface } from '../../kit/Section.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { isReady, Unready } from '../../kit/Unready.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { officeName, useOffices } from '../../parts/offices.ts'
import styles from './admin.module.css'
import { OfficeDialog } from './OfficeDialog.tsx'
import { groupOf, usePeople } from './people.ts'

/** All offices by bureau: who works there, and how one reaches it. */
export function OfficesView() {
  const { t } = useTranslation('admin')
  const offices = useOffices()
  const people = usePeople()
  const [open, setOpen] = useState<OfficeDocument | 'new'>()
  const workers = (id: string) => people.documents.filter(person => groupOf(person) === 'staff' && person.offices.includes(id))
  const empty = { what: t('office.none'), how: t('office.noneHow') }
  return (
    <>
      <PageTitle
        tab={t('title.offices')} sub={t('office.sub')}
        aside={(
          <>
            <ExportButton list="offices" wanted={{ sort: [['bureau', 'asc'], ['name', 'asc']] }} disabled={offices.documents.length === 0} />
            <Button kind="primary" icon="plus" onClick={() => setOpen('new')}>{t('office.establish')}</Button>
          </>
        )}
      >
        {t('office.title', { count: offices.documents.length })}
      </PageTitle>
      {!isReady(offices) ? <Unready of={offices} missing={empty} />
        : (
          <Surface as="ul" lined className={styles.table}>
            {offices.documents.length === 0 && <li className={styles.bare}><Empty icon="building" {...empty} /></li>}
            {offices.documents.map(office => (
              <li key={office.id} className={styles.row}>
                <div>
                  <strong>{officeName(office)}</strong> {office.sample && <Tag>{t('sample')}</Tag>}
                  <p>
                    {[office.phone || t('office.noPhone'), t('office.people', { count: workers(office.id).length })].map((says, n) => (
                      <Fragment key={says}>{n > 0 && ' · '}{says}</Fragment>
                    ))}
                    {workers(office.id).length > 0 && `：${workers(office.id).slice(0, 6).map(({ name }) => name).join('、')}${workers(office.id).length > 6 ? '…' : ''}`}
                  </p>
                </div>
                <Button small aria-label={t('office.reviseOf', { office: officeName(office) })} onClick={() => setOpen(office)}>
                  {t('office.reviseAct')}
                </Button>
              </li>
            ))}
          </Surface>
        )}
      {open && <OfficeDialog office={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
