import type { Clause } from '@qinqing/domain/language/condition'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { FieldFault } from '../../kit/FormRow.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Clash } from './Clash.tsx'
import { useEditor, useFault, usePlace } from './editor.tsx'
import styles from './editor.module.css'
import { unclear } from './faults.ts'
import { PasteDialog } from './PasteDialog.tsx'
import { Tools } from './Tools.tsx'
import { exchanged, inserted, without } from './lists.ts'

const refOf = (clauses: readonly Clause[]): string => {
  const names = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
  const at = clauses.length
  const tens = Math.floor((at + 1) / 10)
  const name = at < 10 ? names[at] : `${tens > 1 ? names[tens - 1] : ''}十${(at + 1) % 10 ? names[at % 10] : ''}`
  return `第${name}条`
}

/** The original text, clause by clause: conditions rest on clauses, and refusals name them. */
export function TextPart() {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const { value: clauses, set } = usePlace<readonly Clause[]>('text/clauses')
  const { mayEdit, remove, flush, policy } = useEditor()
  const fault = useFault('text/clauses', 'clauses')
  const [pasting, setPasting] = useState(false)
  const wrong = unclear([...clauses])
  const restOn = (ref: string) => policy.items.flatMap(({ conditions }) => conditions).filter(({ clause }) => clause.ref === ref).length

  const change = (at: number, patch: Partial<Clause>) => set(clauses.map((one, n) => (n === at ? { ...one, ...patch } : one)))
  const takeOut = (at: number) => {
    const gone = clauses[at]!
    set(without(clauses, at))
    remove(t('text.removed', { ref: gone.ref || t('text.unnumbered') }), () => set(inserted(without(clauses, at), at, gone)))
  }
  const add = () => set([...clauses, { ref: refOf(clauses), text: '' }])
  return (
    <div className={styles.sheet}>
      <div className={styles.partTitle}>
        <div><h2>{t('text.title')}</h2><p className={styles.lead}>{t('text.lead')}</p></div>
        {mayEdit && <Button icon="document" onClick={() => setPasting(true)}>{t('text.paste')}</Button>}
      </div>
      {fault && <FieldFault>{fault.message[language]}</FieldFault>}
      <Clash place="text/clauses" tell={theirs => (theirs as Clause[]).map(({ ref, text }) => `${ref}　${text}`).join('\n')} />
      {clauses.length === 0 && (
        <Empty
          icon="document" what={t('text.none')} how={t('text.noneHow')}
          action={mayEdit && <><Button kind="soft" icon="document" onClick={() => setPasting(true)}>{t('text.paste')}</Button><Button icon="plus" onClick={add}>{t('text.add')}</Button></>}
        />
      )}
      {clauses.length > 0 && (
        <ol className={styles.rows}>
          {clauses.map(({ ref, text }, at) => (
            <li key={at} className={styles.clause} id={`clause-${at}`}>
              <div>
                <Input
                  value={ref} maxLength={60} aria-label={t('text.refOf', { n: at + 1 })} status={wrong.includes(at) ? 'error' : ''}
                  placeholder={t('text.refHint')}
                  onChange={event => change(at, { ref: event.target.value })} onBlur={flush}
                />
                {restOn(ref) > 0 && <p className="third">{t('text.rests', { count: restOn(ref) })}</p>}
              </div>
              <div>
                <Input.TextArea
                  value={text} autoSize={{ minRows: 1, maxRows: 14 }} aria-label={t('text.textOf', { ref: ref || at + 1 })}
                  status={text.length > 2000 ? 'error' : ''}
                  placeholder={t('text.textHint')} onChange={event => change(at, { text: event.target.value })} onBlur={flush}
                />
                {text.length > 2000 && <FieldFault>{t('text.long', { used: text.length })}</FieldFault>}
              </div>
              {mayEdit && (
                <Tools
                  name={ref || t('text.unnumbered')} at={at} of={clauses.length} onMove={to => set(exchanged(clauses, at, to))}
                  onRemove={() => takeOut(at)}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {mayEdit && clauses.length > 0 && <div className={styles.after}><Button icon="plus" onClick={add}>{t('text.add')}</Button></div>}
      {!mayEdit && <p className="second"><Icon name="info" small /> {t('readOnly')}</p>}
      {pasting && <PasteDialog clauses={clauses} onClose={() => setPasting(false)} onTake={next => { set(next); setPasting(false) }} />}
    </div>
  )
}
