import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { useKeys } from '../../kit/keys.ts'
import { type BarAction, StickyBar } from '../../kit/StickyBar.tsx'
import { useTime } from '../../kit/Time.tsx'
import { useAuthor } from '../list/author.ts'
import { AmendDialog } from './AmendDialog.tsx'
import { useSpot } from './address.ts'
import { useEditor } from './editor.tsx'
import { halves } from './faults.ts'
import { useConsequences } from './publishing.ts'
import { RetireDialog } from './RetireDialog.tsx'
import { openPlaces } from './working.ts'

/** Saved when, or what is still under way. */
function Saved() {
  const { t } = useTranslation('editor')
  const { t: kit } = useTranslation('kit')
  const time = useTime()
  const author = useAuthor()
  const { working, saving, document, away } = useEditor()
  const open = openPlaces(working)
  const half = halves(working.edits).size
  const clashes = Object.values(working.edits).filter(({ theirs }) => theirs).length
  const says = away && open.length > 0 ? t('saved.away') : saving ? t('saved.saving')
    : open.length === 0 ? t('saved.at', { at: time.moment(document.updatedAt).replace(`${kit('time.today')} `, ''), who: author(document) })
    : clashes > 0 ? t('saved.clash', { count: clashes })
    : half > 0 ? t('saved.half', { count: half }) : t('saved.soon')
  return <><Icon name={open.length === 0 && !saving ? 'tick' : 'clock'} small /><span role="status" data-testid="saved">{says}</span></>
}

function Undo() {
  const { t } = useTranslation('editor')
  const { t: kit } = useTranslation('kit')
  const { removed } = useEditor()
  useKeys(t('bar'), removed ? [{ key: 'z', label: kit('undo'), run: removed.back }] : [])
  if (!removed) return null
  return <span role="status">{removed.says} <Button kind="bare" small hint="Z" onClick={removed.back}>{kit('undo')}</Button></span>
}

/** At the foot: what is saved, what can be put back, and publishing. */
export function EditorBar() {
  const { t } = useTranslation('editor')
  const { t: life } = useTranslation('policyLife')
  const { document, open, mayEdit, act, busy, working, removed } = useEditor()
  const { go } = useSpot()
  const consequences = useConsequences()
  const [retiring, setRetiring] = useState(false)
  const [amending, setAmending] = useState(false)
  const published = document.version > 0
  if (!mayEdit) {
    return (
      <StickyBar label={t('bar')} status={document.status !== 'retired' ? t('readOnly') : published ? t('publish.retired') : life('end.discarded')} actions={[]} />
    )
  }

  const unchanged = document.version > 0 && !document.dirty && openPlaces(working).length === 0
  const off = open.length > 0 ? t('publish.off', { count: open.length, first: '' }) : unchanged ? t('publish.same', { version: document.version }) : undefined
  const publish: BarAction = {
    id: 'publish', label: document.version > 0 ? t('publish.again') : t('publish.act'), key: 'P', kind: 'primary', busy: busy === 'PublishPolicy', off,
    then: t('publish.then', { count: document.items.length }),
    ask: published ? undefined : { title: t('publish.ask', { version: 1 }), consequences },
    onAct: () => (published ? setAmending(true) : void act('PublishPolicy', {}).then(done => done && go({ part: 'publish' }))),
  }
  return (
    <>
      <StickyBar
        label={t('bar')} status={removed ? <Undo /> : <Saved />}
        actions={[
          { id: 'check', label: t('publish.check'), key: 'C', onAct: () => go({ part: 'publish' }) },
          { id: 'retire', label: published ? t('retire.act') : life('end.discard'), kind: 'danger', busy: busy === 'RetirePolicy', onAct: () => setRetiring(true) },
          publish,
        ]}
      />
      {amending && <AmendDialog onClose={() => setAmending(false)} />}
      {retiring && <RetireDialog onClose={() => setRetiring(false)} />}
    </>
  )
}
