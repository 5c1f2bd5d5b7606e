import { useTranslation } from 'react-i18next'
import type { PolicyDocument } from '@qinqing/domain/policy/policy/contract'
import { useDocument } from '../../kit/live.tsx'
import { useEditor } from './editor.tsx'

/** What publishing will do, in words: what is seen by whom, and what stays as it is. */
export function useConsequences(): string[] {
  const { t } = useTranslation('editor')
  const { document, policy } = useEditor()
  const { document: before } = useDocument<PolicyDocument>('policies', document.version > 0 ? document.id : null)
  const gone = (before?.items ?? []).filter(one => !policy.items.some(({ id }) => id === one.id))
  const judged = policy.items.filter(({ conditions }) => conditions.length > 0).length
  return [
    t('publish.version', { version: document.version + 1 }),
    t('publish.seen', { count: policy.items.length }),
    judged < policy.items.length ? t('publish.unjudged', { count: policy.items.length - judged }) : t('publish.judged'),
    ...gone.map(({ title }) => t('publish.gone', { title })),
    ...(document.version > 0 ? [t('publish.kept')] : []),
    ...(document.sample ? [t('publish.sample')] : []),
  ]
}
