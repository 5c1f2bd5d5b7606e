import { type NoticeKind, noticeKinds } from '@qinqing/domain/language/notice-kind'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { Icon } from '../kit/Icon.tsx'
import { Section, Surface } from '../kit/Section.tsx'
import { useSession } from '../kit/session.tsx'
import { Tag } from '../kit/Tag.tsx'
import type { Side } from '../parts/bell/feed.ts'
import type { Notices } from '../parts/bell/notices.ts'
import styles from './Notices.module.css'

/** Who decides on cases is told of them; who only writes policies is not. */
const told = ['reviewer', 'lead']

/** What leads alone hear of. */
const ofLeads: readonly NoticeKind[] = ['late']

/** Which kinds ring the bell, and by which ways one is reached: those that do not exist yet are said to be off. */
export function NoticeSettings({ side, notices: { off, inbox } }: { side: Side, notices: Notices }) {
  const { t } = useTranslation('service')
  const { viewer: { roles } } = useSession()
  const heard = side !== 'office' || roles.some(role => told.includes(role)) ? noticeKinds[side] : []
  const kinds = heard.filter(kind => !ofLeads.includes(kind) || roles.includes('lead'))
  const set = (kind: (typeof off)[number], on: boolean) =>
    void inbox.ask('MuteKinds', { off: on ? off.filter(one => one !== kind) : [...off, kind].toSorted() })
  return (
    <div className="stack">
      <Section title={t('settings.kinds')}>
        <p className={`second ${styles.hint}`}>{t(kinds.length ? 'settings.kindsHow' : 'settings.noKinds')}</p>
        <Surface as="ul" lined>
          {kinds.map(kind => (
            <li key={kind} className={styles.choice}>
              <Checkbox checked={!off.includes(kind)} disabled={inbox.busy !== null} onChange={event => set(kind, event.target.checked)}>{t(`kindName.${kind}`)}</Checkbox>
            </li>
          ))}
        </Surface>
        {kinds.length > 0 && <p className={`second ${styles.hint}`}>{t('settings.kept')}</p>}
      </Section>
      <Section title={t('settings.channels')}>
        <Surface as="ul" lined>
          <li className={styles.channel}>
            <Icon name="bell" />
            <div><strong>{t('settings.bell')}</strong><p className="second">{t('settings.bellHow')}</p></div>
            <Tag tone="ok" icon="met">{t('settings.on')}</Tag>
          </li>
          {(['sms', 'mail'] as const).map(channel => (
            <li key={channel} className={styles.channel}>
              <Icon name={channel === 'sms' ? 'phone' : 'out'} />
              <div><strong>{t(`settings.${channel}`)}</strong><p className="second">{t('settings.offHow')}</p></div>
              <Tag icon="minus">{t('settings.off')}</Tag>
            </li>
          ))}
        </Surface>
      </Section>
    </div>
  )
}
