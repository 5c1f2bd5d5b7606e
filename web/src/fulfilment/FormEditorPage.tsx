import type { PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import { ConfigProvider } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { Button } from '../kit/Button.tsx'
import { Empty } from '../kit/Empty.tsx'
import { Icon } from '../kit/Icon.tsx'
import { useKeys } from '../kit/keys.ts'
import { useDocument } from '../kit/live.tsx'
import { Pane, Panes, PaneTitle } from '../kit/Panes.tsx'
import { StickyBar } from '../kit/StickyBar.tsx'
import { Tag } from '../kit/Tag.tsx'
import { isReady, Unready } from '../kit/Unready.tsx'
import { EditingProvider, useEditing } from './form-editor/editing.tsx'
import styles from './form-editor/formEditor.module.css'
import { Middle } from './form-editor/Middle.tsx'
import { Adding, Outline } from './form-editor/Outline.tsx'
import { Preview } from './form-editor/Preview.tsx'
import { Versions } from './form-editor/Versions.tsx'

/** The form of one item, drawn by an official who needs no program for it; what applicants will see stands beside it. */
export function FormEditorPage() {
  const { id = '', item = '' } = useParams()
  const { t } = useTranslation('formEditor')
  const live = useDocument<PolicyDraftDocument>('policy-drafts', id)
  if (!isReady(live) || !live.document) return <div className="wrap"><Unready of={live} as="form" /></div>
  const found = live.document.items.find(one => one.id === item)
  if (!found) {
    return (
      <div className="wrap">
        <title>{t('title')}</title>
        <Empty icon="stamp" what={t('gone')} how={<>{t('goneHow')} <Link to={`/desk/policies/${id}`}>{t('back')}</Link></>} />
      </div>
    )
  }
  return <EditingProvider key={`${id} ${item}`} policy={live.document} item={found}><Desk /></EditingProvider>
}

function Title() {
  const { t } = useTranslation('formEditor')
  const { policy, item, drawn } = useEditing()
  return (
    <header className={styles.title}>
      <title>{`${item.title} · ${t('title')}`}</title>
      <Link className={styles.back} to={`/desk/policies/${policy.id}?item=${item.id}&part=form`}><Icon name="left" small />{t('back')}</Link>
      <div className={styles.names}>
        <h1>{item.title.trim() || t('unnamed')}</h1>
        <p>{policy.title}</p>
      </div>
      <span className={styles.tags}>
        <Tag icon={drawn ? 'edit' : 'bolt'}>{t(drawn ? 'state.drawn' : 'state.derived')}</Tag>
        {policy.version > 0 && <Tag>{t('state.published', { version: policy.version })}</Tag>}
      </span>
    </header>
  )
}

function Saved() {
  const { t } = useTranslation('formEditor')
  const { drawing: { away, saving, theirs, problem }, saver } = useEditing()
  const says = problem ? 'soon' : theirs ? 'clash' : away ? 'away' : saving ? 'saving' : saver.isSaved ? 'at' : 'soon'
  return <span className={styles.saved} data-testid="saved" data-state={says}><Icon name={says === 'at' ? 'tick' : 'clock'} small /> {t(`saved.${says}`)}</span>
}

/** What was done, and the way back. */
function Status() {
  const { t } = useTranslation('formEditor')
  const { done, drawing: { before }, saver, tell, mayEdit } = useEditing()
  const undo = () => {
    saver.undo()
    tell(null)
  }
  useKeys(t('bar'), mayEdit && before.length > 0 ? [{ key: 'z', label: t('act.undo'), run: undo }] : [])
  return (
    <span className={styles.status}>
      <span role="status">{done ?? <Saved />}</span>
      {mayEdit && before.length > 0 && <Button kind="bare" small hint="Z" onClick={undo}>{t('act.undo')}</Button>}
    </span>
  )
}

function Desk() {
  const { t } = useTranslation('formEditor')
  const { mayEdit, policy, saver } = useEditing()
  const [comparing, setComparing] = useState(false)
  const go = useNavigate()
  const publish = () => void saver.flush().then(() => go(`/desk/policies/${policy.id}?part=publish`))
  return (
    <Panes
      columns="288px minmax(0, 1fr) 496px" head={<Title />}
      foot={(
        <StickyBar
          label={t('bar')} status={mayEdit ? <Status /> : t('readOnly')}
          actions={[
            { id: 'versions', label: t('versions.act'), key: 'V', onAct: () => setComparing(!comparing) },
            ...(mayEdit ? [{ id: 'publish', label: t('publish'), key: 'P', kind: 'primary' as const, onAct: publish }] : []),
          ]}
        />
      )}
    >
      <Pane label={t('outline.label')} ground foot={mayEdit ? <Adding /> : undefined}><Outline /></Pane>
      <Pane label={t('title')}>
        <ConfigProvider componentDisabled={!mayEdit}>
          <fieldset disabled={!mayEdit} className={styles.plain}>{comparing ? <Versions onClose={() => setComparing(false)} /> : <Middle />}</fieldset>
        </ConfigProvider>
      </Pane>
      <Pane label={t('preview.title')} as="aside" head={<PaneTitle level={2} title={t('preview.title')} count={t('preview.sub')} />}><Preview /></Pane>
    </Panes>
  )
}
