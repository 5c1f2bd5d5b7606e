import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../../kit/Button.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { PageTitle } from '../../kit/PageTitle.tsx'
import { Section, Surface } from '../../kit/Section.tsx'
import { Time } from '../../kit/Time.tsx'
import { isReady, Unready } from '../../kit/Unready.tsx'
import { officeName, useOffices } from '../../parts/offices.ts'
import { adminAddress } from './address.ts'
import styles from './admin.module.css'
import { InviteButtons } from './InvitationsView.tsx'
import { useInviting } from './inviting.tsx'
import { OfficeDialog } from './OfficeDialog.tsx'
import { groupOf, type Task, tasksOf, usePeople } from './people.ts'
import { RegisterDialog } from './RegisterDialog.tsx'

const keyOf = (task: Task): string => `${task.kind} ${task.kind === 'noPost' ? task.person.id : task.office.id}`

function TaskLine({ task }: { task: Task }) {
  const { t } = useTranslation('admin')
  const [revising, setRevising] = useState(false)
  if (task.kind === 'noPost') {
    const { id, name, registeredAt } = task.person
    return (
      <li>
        <Icon name="user" />
        <div>
          <strong>{t('task.noPost', { name })}</strong>
          <p>{t('task.noPostWhy')} <Time at={registeredAt} as="day" /> {t('task.registered')}</p>
        </div>
        <ButtonLink small to={adminAddress({ person: id })}>{t('task.givePost')}</ButtonLink>
      </li>
    )
  }
  const { office, kind } = task
  return (
    <li>
      <Icon name={kind === 'nobody' ? 'people' : 'phone'} />
      <div><strong>{t(`task.${kind}`, { office: officeName(office) })}</strong><p>{t(`task.${kind}Why`)}</p></div>
      {kind === 'nobody'
        ? <ButtonLink small to={adminAddress({ view: 'people' })}>{t('task.choose')}</ButtonLink>
        : <Button small onClick={() => setRevising(true)}>{t('task.fillIn')}</Button>}
      {revising && <OfficeDialog office={office} onClose={() => setRevising(false)} />}
    </li>
  )
}

/** What waits for an administrator today, and what one usually comes for. */
export function HomeView() {
  const { t } = useTranslation('admin')
  const people = usePeople()
  const offices = useOffices()
  const { invite, dialogs } = useInviting()
  const [dialog, setDialog] = useState<'person' | 'office'>()
  const tasks = useMemo(() => tasksOf(people.documents, offices.documents), [people.documents, offices.documents])
  const ready = isReady(people) && isReady(offices)
  const staff = people.documents.filter(person => groupOf(person) === 'staff').length
  const nothing = { what: t('home.nothing'), how: t('home.nothingHow') }
  return (
    <>
      <PageTitle tab={t('title.home')} sub={ready ? t('home.sub', { staff, offices: offices.documents.length, people: people.total }) : undefined}>
        {!ready ? t('home.looking') : tasks.length ? t('home.tasks', { count: tasks.length }) : t('home.nothing')}
      </PageTitle>
      <div className={styles.starts}>
        <InviteButtons onInvite={invite} />
        <Button icon="user" onClick={() => setDialog('person')}>{t('person.register')}</Button>
        <Button icon="building" onClick={() => setDialog('office')}>{t('office.establish')}</Button>
      </div>
      {ready && tasks.length === 0 && <p className="second">{t('home.nothingHow')}</p>}
      {!(ready && tasks.length === 0) && (
        <Section title={t('home.waiting')} count={ready ? t('home.count', { count: tasks.length }) : undefined}>
          {!isReady(people) ? <Unready of={people} missing={nothing} />
            : !isReady(offices) ? <Unready of={offices} missing={nothing} />
            : <Surface as="ul" lined className={styles.tasks}>{tasks.map(task => <TaskLine key={keyOf(task)} task={task} />)}</Surface>}
        </Section>
      )}
      {dialogs}
      {dialog === 'person' && <RegisterDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'office' && <OfficeDialog onClose={() => setDialog(undefined)} />}
    </>
  )
}
