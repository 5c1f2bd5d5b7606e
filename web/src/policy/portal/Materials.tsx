import type { Material } from '@qinqing/domain/language/material'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../kit/Icon.tsx'
import { Section, Surface } from '../../kit/Section.tsx'
import styles from './Policy.module.css'

/** What must be handed in, and what need not. */
export function Materials({ materials }: { materials: readonly Material[] }) {
  const { t } = useTranslation('portal')
  return (
    <Section title={t('policy.materials.title')} count={materials.length > 0 && t('policy.materials.count', { count: materials.length })}>
      <Surface padded>
        {materials.length === 0 ? <><p>{t('policy.materials.none')}</p><p className="second">{t('policy.materials.noneHow')}</p></> : (
          <>
            <ul className={styles.materials}>
              {materials.map(({ id, name, required, note }) => (
                <li key={id}>
                  <Icon name="document" small />
                  <span>{name}{note && <small>{note}</small>}</span>
                  <span className={styles.need}>{t(required ? 'policy.materials.upload' : 'policy.materials.optional')}</span>
                </li>
              ))}
            </ul>
            <p className="second">{t('policy.materials.how')}</p>
          </>
        )}
      </Surface>
    </Section>
  )
}
