import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { localDate } from '@qinqing/domain/language/calendar'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useNow } from '../../kit/now.ts'
import { StatusMark } from '../../kit/StatusMark.tsx'
import { type Form, FormProvider } from '../form/drafting.tsx'
import { Judging, useJudged } from '../form/Judging.tsx'
import { Parts } from '../form/Parts.tsx'
import { fieldPlace } from '../form/places.ts'
import { declarationsOf, partsOf } from '../form/reading.ts'
import { Declaration } from '../form/Review.tsx'
import { Saver } from '../form/saver.ts'
import { useEditing } from './editing.tsx'
import styles from './formEditor.module.css'
import { sampleEnterprise, sampleFacts } from './sample.ts'

const none = {}
const holder = { name: sampleEnterprise, creditCode: '91450200MA5EXAMPLE' }
const quiet = { load: () => none, keep: () => undefined, forget: () => undefined }

/** Takes what is tried and keeps it nowhere. */
const tryingOut = () => new Saver({
  send: async () => ({ how: 'kept' }), keeper: quiet, now: () => new Date().toISOString(),
  later(run, milliseconds) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
})

function Stand() {
  const { reading } = useJudged()
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const { faults } = reading
  return (
    <>
      {declarationsOf(reading).map(({ id, label }) => <Declaration key={id} id={id} label={label[language]} />)}
      <p className={styles.stand} role="status">
        <StatusMark status={faults.length ? 'waiting' : 'met'}>{faults.length ? t('preview.missing', { count: faults.length }) : t('preview.complete')}</StatusMark>
      </p>
    </>
  )
}

/** The form by the very interpreter and boxes that applicants get; it follows each change, and can be filled in. */
export function Preview() {
  const { form: drawn, item, policy, chosen } = useEditing()
  const { t } = useTranslation('formEditor')
  const lang = useLanguage()
  const today = localDate(useNow())
  const [known, setKnown] = useState(true)
  const [turn, setTurn] = useState(0)
  const form = useDeferredValue(drawn)
  const facts = useMemo(() => (known ? sampleFacts(form, today) : none), [known, form, today])
  const parts = useMemo(() => partsOf(form), [form])
  const document = useMemo(
    () => ({ id: 'preview', item: { ...item, form, conditions: [] }, policy: policy.id, officeName: item.officeName } as unknown as ApplicationDocument),
    [item, form, policy.id])
  // What is being changed at the left is in sight at the right.
  useEffect(() => {
    const reduced = matchMedia('(max-width: 1180px)').matches
    if (chosen && !reduced) globalThis.document.getElementById(fieldPlace(chosen))?.scrollIntoView({ block: 'center' })
  }, [chosen, form])
  return (
    <div className={styles.preview} data-density="portal">
      <div className={styles.previewTools}>
        <label className={styles.check}><input type="checkbox" checked={known} onChange={event => setKnown(event.target.checked)} />{t('preview.facts')}</label>
        <Button kind="bare" small icon="turn" onClick={() => setTurn(turn + 1)}>{t('preview.clear')}</Button>
      </div>
      <Trying key={turn} facts={facts} lang={lang} policy={policy.id} item={item.id}>
        <Judging document={document} inForce already={false}>
          <Parts parts={parts} holder={holder} />
          <Stand />
        </Judging>
      </Trying>
    </div>
  )
}

interface TryingProps extends Pick<Form, 'facts' | 'lang' | 'policy' | 'item'> {
  children: React.ReactNode
}

function Trying({ facts, lang, policy, item, children }: TryingProps) {
  const [saver] = useState(tryingOut)
  const shared = useMemo(
    (): Form => ({ application: 'preview', enterprise: 'preview', policy, item, saver, facts, disputes: none, lang, insists: false, preview: true }),
    [saver, facts, lang, policy, item])
  return <FormProvider value={shared}>{children}</FormProvider>
}
