import type { Contact, Note } from '@qinqing/domain/language/guide'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { SelectSeveral } from '../../kit/SelectField.tsx'
import { Clash } from './Clash.tsx'
import { useEditor, usePlace } from './editor.tsx'
import styles from './editor.module.css'
import { exchanged, inserted, replaced, without } from './lists.ts'
import { Tools } from './Tools.tsx'

const tied = (id: string) => ({ id, 'aria-describedby': undefined, 'aria-invalid': undefined, 'aria-required': undefined })
const isLong = ({ title, text }: Note) => title.length > 120 || text.length > 2000

function Notes() {
  const { t } = useTranslation('policyLife')
  const { value: notes, set } = usePlace<readonly Note[]>('guide/notes')
  const { mayEdit, remove, flush, policy } = useEditor()
  const refs = policy.clauses.map(({ ref }) => ref).filter(ref => ref.trim())
  const change = (at: number, patch: Partial<Note>) => set(replaced(notes, at, patch))
  const takeOut = (at: number) => {
    const gone = notes[at]!
    set(without(notes, at))
    remove(t('guide.removed', { title: gone.title || t('guide.unnamed') }), () => set(inserted(without(notes, at), at, gone)))
  }
  return (
    <>
      <Clash place="guide/notes" tell={theirs => (theirs as Note[]).map(({ title, text }) => `${title}\n${text}`).join('\n\n')} />
      {notes.length === 0 && <Empty icon="chat" what={t('guide.none')} how={t('guide.noneHow')} />}
      {notes.length > 0 && (
        <ol className={styles.rows}>
          {notes.map((note, at) => {
            const { title, text, clauses } = note
            const name = title.trim() || t('guide.unnamed')
            return (
              <li key={at} className={styles.material} data-testid="guide-note">
                <div>
                  <Input
                    value={title} aria-label={t('guide.titleOf', { n: at + 1 })} placeholder={t('guide.titleHint')} maxLength={200}
                    onChange={event => change(at, { title: event.target.value })} onBlur={flush}
                  />
                  <Input.TextArea
                    value={text} aria-label={t('guide.textOf', { title: name })} placeholder={t('guide.textHint')} autoSize={{ minRows: 2, maxRows: 14 }}
                    onChange={event => change(at, { text: event.target.value })} onBlur={flush}
                  />
                  <label className="unseen" htmlFor={`note-${at}-clauses`}>{t('guide.clausesOf', { title: name })}</label>
                  <SelectSeveral
                    field={tied(`note-${at}-clauses`)} value={clauses} placeholder={t('guide.clausesHint')}
                    choices={[...new Set([...refs, ...clauses])].map(ref => ({ value: ref, label: ref }))}
                    onChange={chosen => { change(at, { clauses: chosen.slice(0, 10) }); flush() }}
                  />
                  {isLong(note) && <FieldFault>{t('guide.long')}</FieldFault>}
                  {clauses.filter(ref => !refs.includes(ref)).map(ref => <FieldFault key={ref}>{t('guide.dangling', { ref })}</FieldFault>)}
                </div>
                {mayEdit && <Tools name={name} at={at} of={notes.length} onMove={to => set(exchanged(notes, at, to))} onRemove={() => takeOut(at)} />}
              </li>
            )
          })}
        </ol>
      )}
      {mayEdit && notes.length < 40 && (
        <div className={styles.after}>
          <Button kind="soft" icon="plus" onClick={() => set([...notes, { title: '', text: '', clauses: [] }])}>{t('guide.add')}</Button>
        </div>
      )}
    </>
  )
}

const nobody: Contact = { office: '', phone: '', hours: '', address: '' }
const fields = [['office', 120], ['phone', 120], ['hours', 200], ['address', 200]] as const

function ContactRows() {
  const { t } = useTranslation('policyLife')
  const { value, set } = usePlace<Contact | null>('guide/contact')
  const { flush, policy } = useEditor()
  const contact = value ?? nobody
  const change = (patch: Partial<Contact>) => {
    const next = { ...contact, ...patch }
    set(Object.values(next).some(Boolean) ? next : null)
  }
  const hints: Partial<Record<keyof Contact, string>> = { office: policy.officeName, hours: t('guide.hoursHint') }
  return (
    <div className={styles.gap}>
      <h3>{t('guide.contact')}</h3>
      <p className={styles.lead}>{t('guide.contactHelp')}</p>
      <Clash place="guide/contact" tell={theirs => Object.values((theirs ?? nobody) as Contact).filter(Boolean).join(' · ')} />
      {[fields.slice(0, 2), fields.slice(2)].map((pair, n) => (
        <div key={n} className={`${styles.two} ${n ? styles.gap : ''}`}>
          {pair.map(([key, most]) => (
            <FormRow key={key} label={t(`guide.${key}`)} optional>
              {field => (
                <Input
                  {...field} value={contact[key]} maxLength={most} placeholder={hints[key]} autoComplete="off"
                  onChange={event => change({ [key]: event.target.value })} onBlur={flush}
                />
              )}
            </FormRow>
          ))}
        </div>
      ))}
    </div>
  )
}

/** Explanation in plain words, bound to clauses, and whom to ask. */
export function GuidePart() {
  const { t } = useTranslation('policyLife')
  const language = useLanguage()
  const { open } = useEditor()
  const dangling = open.find(({ part, code }) => part === 'guide' && code !== 'half-written')
  return (
    <div className={styles.sheet}>
      <div className={styles.partTitle}><div><h2>{t('guide.outline')}</h2><p className={styles.lead}>{t('guide.lead')}</p></div></div>
      {dangling && <FieldFault>{dangling.message[language]}</FieldFault>}
      <Notes />
      <ContactRows />
    </div>
  )
}
