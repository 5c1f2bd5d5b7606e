import type { PersonDocument, Post } from '@qinqing/domain/identity/person/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { FieldFault } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { officeName, useOffices } from '../../parts/offices.ts'
import styles from './admin.module.css'
import { noPost, PostFields, postOf, type TypedPost } from './PostFields.tsx'

interface Props {
  person: PersonDocument
  /** The post that is changed; without it, another one is given. */
  post?: Post | undefined
  onClose: () => void
}

/** A post: in which office, what it is called, and what it may do. */
export function PostDialog({ person, post, onClose }: Props) {
  const { t } = useTranslation('admin')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const offices = useOffices().documents
  const { ask, busy, problem } = useAsk('person', person.id)
  const [typed, setTyped] = useState<TypedPost>(post ?? noPost)
  const [tried, setTried] = useState(false)
  const taken = person.posts.filter(one => one.office !== post?.office).map(one => one.office)

  const give = async () => {
    const whole = postOf(typed)
    const found = offices.find(({ id }) => id === typed.office)
    const name = found ? officeName(found) : post?.officeName
    if (!whole || !name) return setTried(true)
    if (await ask('GivePost', { ...whole, officeName: name })) onClose()
  }
  return (
    <Dialog
      title={post ? t('post.changeOf', { name: person.name }) : t('post.giveTo', { name: person.name })} onClose={onClose}
      foot={(
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button kind="primary" busy={busy !== null} onClick={() => void give()}>{post ? t('post.change') : t('post.give')}</Button>
        </>
      )}
    >
      <form className={styles.form} onSubmit={event => { event.preventDefault(); void give() }}>
        <PostFields typed={typed} onChange={setTyped} tried={tried} fixed={post !== undefined} taken={taken} />
        {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}
