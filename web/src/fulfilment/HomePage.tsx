import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import { useCount, useDocument, useRows, useView } from '../kit/live.tsx'
import { isReady, Unready } from '../kit/Unready.tsx'
import { useEnterprise } from '../parts/enterprise.ts'
import { openOf } from '../parts/open.ts'
import { useVisit } from '../parts/visit.ts'
import { news, within } from './applications/states.ts'
import { Eligible } from './home/Eligible.tsx'
import { Headline } from './home/Headline.tsx'
import styles from './home/Home.module.css'
import { onTheirWay, toDo, toTakeUp } from './home/lists.ts'
import { Mine } from './home/Mine.tsx'
import { Near } from './home/Near.tsx'
import { Todo } from './home/Todo.tsx'

/** What can I get, where do mine stand, what must I do next: the first question of an enterprise. */
export function HomePage() {
  const { id } = useEnterprise()
  const visit = useVisit(id)
  const mine = ['eq', 'enterprise', id] as const
  const applications = useRows<ApplicationDocument>('applications', openOf(id))
  const decided = useRows<ApplicationDocument>('applications', {
    where: ['all', [mine, ['in', 'status', within.done]]],
    sort: [['closedAt', 'desc']],
    limit: 20,
  })
  const { count: total } = useCount('applications', ['all', [mine, ['in', 'status', within.all]]])
  const matches = useView<MatchDocument>('matches', { enterprise: id })
  const { document: dossier } = useDocument<DossierDocument>('dossiers', id)

  const { corrections, drafts } = toDo(applications.documents)
  const running = onTheirWay(applications.documents)
  const eligible = toTakeUp(matches.documents, 'eligible')
  const near = toTakeUp(matches.documents, 'near')
  const unverified = matches.documents.filter(({ standing }) => standing === 'unverified').length
  return (
    <div className="wrap">
      <Headline
        ready={isReady(applications) && isReady(matches)}
        corrections={corrections}
        drafts={drafts}
        running={running.length}
        eligible={eligible.length}
        visit={visit}
        fresh={[...applications.documents, ...decided.documents].filter(application => news(application, visit.since)).length}
      />
      {isReady(applications) ? (
        <div className={styles.top}>
          <Todo corrections={corrections} drafts={drafts} facts={dossier?.facts ?? {}} />
          <Mine running={running} others={[...corrections, ...decided.documents]} total={total} since={visit.since} />
        </div>
      ) : (
        <Unready of={applications} as="rows" />
      )}
      <div className={styles.part}>
        {isReady(matches) ? (
          <Eligible matches={eligible} all={matches.documents.filter(({ standing }) => standing === 'eligible').length} total={matches.documents.length} near={near.length} />
        ) : (
          <Unready of={matches} as="cards" />
        )}
      </div>
      {isReady(matches) && <Near matches={near} unverified={unverified} />}
    </div>
  )
}
