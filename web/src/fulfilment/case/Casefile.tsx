import type { ApplicationDocument, CasefileDocument, CasefileEntry } from '@qinqing/domain/fulfilment/application/contract'
import { Input } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import type { Draft } from '../../kit/draft.ts'
import { FieldFault } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useKeys } from '../../kit/keys.ts'
import { useDocument } from '../../kit/live.tsx'
import { PanePart } from '../../kit/Panes.tsx'
import { useTime } from '../../kit/Time.tsx'
import styles from './case.module.css'

interface Props {
  application: ApplicationDocument
  draft: Draft
  /** Looking back: what was noted by then, and nothing to write. */
  until?: string | undefined
}

/** Notes, and why the case went from hand to hand: for the office alone. */
export function Casefile({ application: { id }, draft, until }: Props) {
  const { t } = useTranslation('review')
  const language = useLanguage()
  const time = useTime()
  const box = useRef<HTMLDivElement>(null)
  const { document: casefile } = useDocument<CasefileDocument>('casefiles', id)
  const { ask, busy, problem } = useAsk('application', id)
  const note = draft.fields['note'] ?? ''
  useKeys(t('casefile.title'), until ? [] : [{ key: 'n', label: t('casefile.write'), run: () => box.current?.querySelector('textarea')?.focus() }])
  const add = async () => {
    if (!note.trim() || !await ask('AddNote', { text: note.trim() })) return
    draft.write('note', '')
    draft.keep()
  }
  const headOf = ({ type, by: who, to }: CasefileEntry): string => {
    if (type === 'CaseHandedOver') return t('casefile.handed', { who, to: to ?? '' })
    if (type === 'CaseGivenBack') return t('casefile.back', { who, to: to ?? '' })
    if (type === 'CaseReturned') return t('casefile.returned', { who })
    if (type === 'LateDemandRaised') return t('casefile.late', { who })
    return type === 'LateDemandReviewed' ? t('casefile.reviewed', { who }) : t('casefile.noted', { who })
  }
  const entries = (casefile?.entries ?? []).filter(({ at }) => !until || at <= until)
  return (
    <div className={styles.casefile} data-internal>
      <PanePart level={2} title={t('casefile.title')} count={t('casefile.inside')}>
        {entries.length === 0 && <p className="second">{t('casefile.none')}</p>}
        <ul className={styles.entries}>
          {entries.map((entry, at) => (
            <li key={`${entry.at} ${at}`}>
              <p><b>{headOf(entry)}</b><time dateTime={entry.at}>{time.moment(entry.at)}</time></p>
              <p>{entry.text}</p>
            </li>
          ))}
        </ul>
        {!until && (
          <div className={`${styles.noting} unprinted`} ref={box}>
            <Input.TextArea
              value={note} maxLength={2000} autoSize={{ minRows: 1, maxRows: 6 }} placeholder={t('casefile.hint')} aria-label={t('casefile.placeOf')}
              onChange={({ target }) => draft.write('note', target.value)} onBlur={draft.keep}
              onKeyDown={event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add() }}
            />
            <Button small hint="N" busy={busy === 'AddNote'} disabled={!note.trim()} onClick={() => void add()}>{t('casefile.add')}</Button>
          </div>
        )}
        {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
      </PanePart>
    </div>
  )
}
