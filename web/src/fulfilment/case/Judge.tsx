import type { Judgement } from '@qinqing/domain/fulfilment/application/contract'
import type { Verdict } from '@qinqing/domain/language/condition'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import type { Draft } from '../../kit/draft.ts'
import { FieldFault } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useKeys } from '../../kit/keys.ts'
import styles from './case.module.css'
import type { CaseActs } from './useCase.ts'

interface Props {
  verdict: Verdict
  judgement: Judgement | undefined
  /** Under which name the note is kept while it is written. */
  field: string
  acts: CaseActs
  draft: Draft
  onDone: () => void
  onLeave: (() => void) | undefined
}

type Result = Judgement['result']
const isResult = (text: string | undefined): text is Result => text === 'met' || text === 'failed'

/** One's own judgement on a condition, with the reason; what is half written is kept. */
export function Judge({ verdict, judgement, field, acts, draft, onDone, onLeave }: Props) {
  const { t } = useTranslation('desk')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const name = useId()
  const { conditionId, sentence } = verdict
  const note = draft.fields[field] ?? ''
  const chosen = draft.fields[`${field}.is`]
  const result = isResult(chosen) ? chosen : judgement?.result
  const [mine, setMine] = useState(false)
  const [fault, setFault] = useState<'result' | 'note'>()
  const { busy, problem } = acts.asked
  useKeys(t('judge.of', { what: sentence[language] }), onLeave ? [{ key: 'Escape', label: kit('cancel'), run: onLeave }] : [])

  const choose = (each: Result) => {
    setFault(undefined)
    draft.write(`${field}.is`, each)
  }
  const save = async () => {
    if (!result) return setFault('result')
    if (note.trim().length < 2) return setFault('note')
    setFault(undefined)
    setMine(true)
    const done = await acts.act('JudgeCondition', { condition: conditionId, result, note: note.trim() })
    if (!done) return
    setMine(false)
    for (const each of [field, `${field}.is`]) draft.write(each, '')
    onDone()
  }
  return (
    <form className={styles.judge} onSubmit={event => { event.preventDefault(); void save() }}>
      <fieldset>
        <legend className="unseen">{t('judge.of', { what: sentence[language] })}</legend>
        {(['met', 'failed'] as const).map(each => (
          <label key={each}>
            <input type="radio" name={name} checked={result === each} onChange={() => choose(each)} />{t(`judge.${each}`)}
          </label>
        ))}
      </fieldset>
      <div className={styles.reason}>
        <Input
          value={note} maxLength={500} placeholder={t('judge.why')} aria-label={t('judge.whyOf', { what: sentence[language] })}
          aria-invalid={fault === 'note' || undefined}
          onChange={({ target }) => draft.write(field, target.value)} onBlur={draft.keep}
        />
        <Button type="submit" small busy={mine && busy === 'JudgeCondition'}>{t('judge.save')}</Button>
        {onLeave && <Button kind="bare" small onClick={onLeave}>{kit('cancel')}</Button>}
      </div>
      {fault && <FieldFault>{t(`judge.fault.${fault}`)}</FieldFault>}
      {mine && problem && <FieldFault>{problem.detail[language]}</FieldFault>}
    </form>
  )
}
