import { changesBetween } from '@qinqing/domain/language/amendment'
import { type PolicyDocument, type PolicyVersionDocument, type VersionNote, versionKey } from '@qinqing/domain/policy/policy/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useDocument } from '../../kit/live.tsx'
import { Section, Surface } from '../../kit/Section.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { useTime } from '../../kit/Time.tsx'
import { Waiting } from '../../kit/Waiting.tsx'
import { ChangeList } from '../change/ChangeList.tsx'
import styles from '../change/change.module.css'

/** What one version changed, compared with the one before. */
function Compared({ policy, version }: { policy: string, version: number }) {
  const { t } = useTranslation('policyLife')
  const before = useDocument<PolicyVersionDocument>('policy-versions', versionKey(policy, version - 1))
  const after = useDocument<PolicyVersionDocument>('policy-versions', versionKey(policy, version))
  if (!before.document || !after.document) {
    return [before, after].some(({ phase }) => phase === 'missing') ? <p className="second">{t('history.unread')}</p> : <Waiting as="text" />
  }
  const items = [...before.document.items, ...after.document.items]
  return (
    <>
      <p className="second">{t('history.since', { version: version - 1 })}</p>
      <ChangeList changes={changesBetween(before.document, after.document)} titleOf={id => items.findLast(one => one.id === id)?.title ?? ''} />
    </>
  )
}

const shownLabels = 3

function VersionRow({ policy, note: { version, at, why, changes }, now }: { policy: string, note: VersionNote, now: boolean }) {
  const { t } = useTranslation('policyLife')
  const language = useLanguage()
  const time = useTime()
  const [open, setOpen] = useState(false)
  const labels = changes.slice(0, shownLabels).map(({ label }) => label[language]).join(language === 'zh' ? '、' : ', ')
  return (
    <li data-testid="version" data-version={version}>
      <div className={styles.version}>
        <b>{t('history.version', { version })}</b>
        {now && <Tag tone="ok">{t('history.now')}</Tag>}
        <span className="second">{time.day(at)}</span>
        {version > 1
          ? <Button kind="bare" small aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'history.hide' : 'history.show')}</Button>
          : <span className="second">{t('history.first')}</span>}
      </div>
      {why && <p>{why}</p>}
      {labels && !open && <p className="second">{labels} {changes.length > shownLabels && t('history.more', { count: changes.length - shownLabels })}</p>}
      {open && <div className={styles.opened}><Compared policy={policy} version={version} /></div>}
    </li>
  )
}

/** 变更: every version, since when, why, and what it changed. Nothing while there is only one. */
export function History({ policy: { id, version, history } }: { policy: PolicyDocument }) {
  const { t } = useTranslation('policyLife')
  if (version < 2) return null
  return (
    <Section id="changes" title={t('history.title')} count={t('history.sub', { count: version })}>
      <Surface padded>
        <ol className={styles.versions}>
          {history.map(note => <VersionRow key={note.version} policy={id} note={note} now={note.version === version} />)}
        </ol>
        <p className="second">{t('history.inFlight')}</p>
      </Surface>
    </Section>
  )
}
