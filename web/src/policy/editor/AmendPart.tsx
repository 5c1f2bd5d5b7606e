import { changesBetween, type Version } from '@qinqing/domain/language/amendment'
import { cny } from '@qinqing/domain/language/money'
import type { AmendmentDocument } from '@qinqing/domain/policy/match/contract'
import type { PolicyDocument, PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../kit/Icon.tsx'
import { useCount, useDocument, useView } from '../../kit/live.tsx'
import { Money } from '../../kit/Money.tsx'
import { useSession } from '../../kit/session.tsx'
import { isReady, Unready } from '../../kit/Unready.tsx'
import { StandingMark } from '../../parts/StandingMark.tsx'
import { ChangeList } from '../change/ChangeList.tsx'
import styles from '../change/change.module.css'
import { useEditor } from './editor.tsx'

/** Conditions say their clause in the words of the text, as publishing will restate them. */
const plain = ({ items, ...head }: PolicyDraftDocument | PolicyDocument): Version => ({ ...head, items: items.map(({ form: _, ...item }) => item) })

/** What is open of a policy, as its editors may know it. */
export function useOpenCases(policy: string) {
  return {
    open: useCount('policy-cases', ['all', [['eq', 'policy', policy], ['eq', 'status', 'open']]]),
    drafts: useCount('policy-cases', ['all', [['eq', 'policy', policy], ['eq', 'status', 'draft']]]),
  }
}

const shown = 30

function Stand({ of }: { of: AmendmentDocument['before'] }) {
  const { t } = useTranslation('policyLife')
  if (!of) return <span className="second">{t('amend.nothing')}</span>
  return <><StandingMark standing={of.standing} />{of.fen !== null && <Money sum={cny(of.fen)} plain />}</>
}

/** Which enterprises hear of it, and what becomes of their result. */
function Told({ told, several }: { told: readonly AmendmentDocument[], several: boolean }) {
  const { t } = useTranslation('policyLife')
  if (told.length === 0) return null
  return (
    <>
      <table className={styles.told} aria-label={t('amend.list')}>
        <thead><tr><th>{t('amend.enterprise')}</th><th>{t('amend.result')}</th></tr></thead>
        <tbody>
          {told.slice(0, shown).map(({ id, name, itemTitle, open, changes, before, after }) => (
            <tr key={id} data-testid="told" data-open={open}>
              <td>{name}{several && <small>{itemTitle}</small>}</td>
              <td>
                <span className={styles.from}>
                  {changes && before ? <><Stand of={before} /><Icon name="right" small /></> : null}
                  <Stand of={after} />
                  {open > 0 && <b>{t('amend.openHere', { count: open })}</b>}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {told.length > shown && <p className="second">{t('amend.more', { count: told.length - shown })}</p>}
    </>
  )
}

/** What the next version changes, word by word, and whom it concerns, counted and listed. */
export function AmendPart() {
  const { t } = useTranslation('policyLife')
  const { viewer } = useSession()
  const { document } = useEditor()
  const { document: before } = useDocument<PolicyDocument>('policies', document.version > 0 ? document.id : null)
  const view = useView<AmendmentDocument>('amendment', viewer.roles.includes('editor') ? { policy: document.id } : null)
  const { open, drafts } = useOpenCases(document.id)
  const changing = view.documents.filter(({ changes }) => changes).length
  const titles = [...before?.items ?? [], ...document.items]
  return (
    <>
      {before && document.dirty && (
        <div className={styles.block}>
          <h3>{t('amend.title')}</h3>
          <p className="second">{t('amend.since', { version: before.version })}</p>
          <ChangeList changes={changesBetween(plain(before), plain(document))} titleOf={id => titles.findLast(one => one.id === id)?.title ?? ''} />
        </div>
      )}
      {viewer.roles.includes('editor') && (
        <div className={styles.block}>
          <h3>{t('amend.told')}</h3>
          <p className="second">{t('amend.toldSub')}</p>
          {!isReady(view) && <Unready of={view} as="rows" count={3} />}
          {isReady(view) && (
            <>
              <ul className={styles.counts}>
                {before && <li data-testid="told-open">{open.count ? t('amend.open', { count: open.count }) : t('amend.noOpen')}</li>}
                {before && drafts.count > 0 && <li>{t('amend.drafts', { count: drafts.count })}</li>}
                <li data-testid="told-changes">
                  {before ? changing ? t('amend.changes', { count: changing }) : t('amend.noChanges') : t('amend.first', { count: changing })}
                </li>
              </ul>
              <Told told={view.documents} several={document.items.length > 1} />
            </>
          )}
        </div>
      )}
    </>
  )
}
