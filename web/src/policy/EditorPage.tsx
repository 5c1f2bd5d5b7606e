import type { PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import { ConfigProvider } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useLanguage } from '../kit/i18n.ts'
import { Icon } from '../kit/Icon.tsx'
import { useDocument } from '../kit/live.tsx'
import { Pane, Panes, PaneTitle } from '../kit/Panes.tsx'
import { ProblemNotice } from '../kit/ProblemNotice.tsx'
import { Button } from '../kit/Button.tsx'
import { Tag } from '../kit/Tag.tsx'
import { useTime } from '../kit/Time.tsx'
import { isReady, Unready } from '../kit/Unready.tsx'
import { useSpot } from './editor/address.ts'
import { EditorBar } from './editor/EditorBar.tsx'
import styles from './editor/editor.module.css'
import { EditorProvider, useEditor } from './editor/editor.tsx'
import { GuidePart } from './editor/GuidePart.tsx'
import { HeadPart } from './editor/HeadPart.tsx'
import { ItemPart } from './editor/ItemPart.tsx'
import { Outline } from './editor/Outline.tsx'
import { PublishPart } from './editor/PublishPart.tsx'
import { TextPart } from './editor/TextPart.tsx'
import { Trial } from './editor/Trial.tsx'
import { StateTags } from './list/StateTags.tsx'

/** A policy as an official writes it: by form, kept as one goes, tried out at the side. */
export function EditorPage() {
  const { id = '' } = useParams()
  const live = useDocument<PolicyDraftDocument>('policy-drafts', id)
  if (!isReady(live) || !live.document) return <div className="wrap"><Unready of={live} as="form" /></div>
  return <EditorProvider key={id} document={live.document}><Desk /></EditorProvider>
}

function Title() {
  const { t } = useTranslation('editor')
  const { policy } = useEditor()
  return (
    <header className={styles.title}>
      <title>{`${policy.title} · ${t('list.title')}`}</title>
      <Link className={styles.back} to="/desk/policies"><Icon name="left" small />{t('back')}</Link>
      <div className={styles.name}>
        <h1>{policy.title.trim() || t('head.unnamed')}</h1>
        <p>{[policy.officeName, policy.number].filter(Boolean).join(' · ')}</p>
      </div>
      <div className={styles.tags}><StateTags policy={policy} />{policy.sample && <Tag icon="info">{t('sample')}</Tag>}</div>
    </header>
  )
}

/** Why the last change or act was not taken; nothing of what one wrote is lost. */
function Trouble() {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const time = useTime()
  const { problem, clear } = useEditor()
  if (!problem) return null
  const winner = problem['winner'] as { by?: string; post?: string | null; at?: string } | null | undefined
  return (
    <div className={styles.trouble}>
      <ProblemNotice
        urgent what={problem.detail[language]}
        kept={winner?.at ? t('problem.who', { who: [winner.post, winner.by].filter(Boolean).join(' '), at: time.moment(winner.at) }) : undefined}
        action={<Button small onClick={clear}>{t('problem.seen')}</Button>}
      />
    </div>
  )
}

function Desk() {
  const { t } = useTranslation('editor')
  const { mayEdit } = useEditor()
  const { spot } = useSpot()
  const item = 'item' in spot ? spot.item : undefined
  return (
    <Panes columns="232px minmax(0, 1fr) 376px" head={<Title />} foot={<EditorBar />}>
      <Pane label={t('outline.label')} flush ground><Outline /></Pane>
      <Pane label={t('sheet')}>
        <Trouble />
        <ConfigProvider componentDisabled={!mayEdit}>
          {'item' in spot ? <ItemPart spot={spot} /> : { head: <HeadPart />, text: <TextPart />, guide: <GuidePart />, publish: <PublishPart /> }[spot.part]}
        </ConfigProvider>
      </Pane>
      <Pane label={t('trial.title')} as="aside" head={<PaneTitle level={2} title={t('trial.title')} count={t('trial.sub')} />}>
        <Trial item={item} />
      </Pane>
    </Panes>
  )
}
