import type { NoticeKind } from '@qinqing/domain/language/notice-kind'
import type { NoticeDocument } from '@qinqing/domain/service/notice/contract'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon, type IconName } from '../../kit/Icon.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { Time } from '../../kit/Time.tsx'
import { placeOf } from './feed.ts'
import styles from './Bell.module.css'

const icons: Record<NoticeKind, IconName> = {
  accepted: 'user', correction: 'edit', approved: 'met', refused: 'failed', lapsed: 'paused', amended: 'book', retired: 'book',
  arrived: 'inbox', answered: 'turn', urged: 'late', withdrawn: 'out', handed: 'swap', taken: 'swap', returned: 'turn', decided: 'check', late: 'late', joined: 'people',
}

interface Props {
  notice: NoticeDocument
  unread: boolean
  enterprise?: string | undefined
  /** It came since one was last here. */
  fresh?: boolean
  onOpen: () => void
}

/** What happened, to what, when: the sentence is the link to the very place. */
export function NoticeLine({ notice, unread, enterprise, fresh = false, onOpen }: Props) {
  const { t } = useTranslation('service')
  const { kind, title, number, at } = notice
  return (
    <div className={`${styles.line} ${unread ? styles.unread : ''}`} data-testid="notice" data-kind={kind}>
      <Icon name={icons[kind]} className={styles.kind} />
      <div className={styles.says}>
        <Link to={placeOf(notice)} onClick={onOpen}>{t(`kind.${kind}`, { title })}</Link>
        {enterprise && <p className="second">{enterprise}</p>}
        <p className="second">
          {fresh && <Tag tone="brand">{t('new')}</Tag>} <Time at={at} /> {number && <span className="nowrap">{number}</span>}
          {unread && <span className="unseen">{t('unread')}</span>}
        </p>
      </div>
    </div>
  )
}
