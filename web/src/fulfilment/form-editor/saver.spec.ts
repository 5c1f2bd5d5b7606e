import { Problematic } from '@qinqing/api/client'
import type { FormDefinition } from '@qinqing/domain/language/field'
import { type Drawn, FormSaver } from './saver.ts'

const form = (title: string): FormDefinition => ({ version: 1, drawn: true, sections: [{ id: 'p', title: { zh: title, en: title }, fields: [] }] })
const who = { by: '示例某', at: '2026-03-02T01:00:00.000Z' }
const conflict = new Problematic({ type: '', title: '', status: 409, code: 'conflict', detail: { zh: '', en: '' }, current: 5 })
const away = new Problematic({ type: '', title: '', status: 0, code: 'unreachable', detail: { zh: '', en: '' } })

/** A server that answers as told, and time that goes on when told. */
function desk(answers: (number | Problematic)[] = []) {
  const sent: [Drawn, number][] = []
  let due: (() => void) | undefined
  const saver = new FormSaver({
    send: async (one, basis) => {
      sent.push([one, basis])
      const next = answers.shift() ?? basis + 1
      if (typeof next !== 'number') throw next
      return { revision: next }
    },
    after: (_, act) => {
      due = act
      return () => { due = undefined }
    },
  }, { form: null, revision: 3, ...who })
  const quiet = async () => {
    for (let act = due; act; act = due) {
      due = undefined
      act()
      for (let n = 0; n < 5; n += 1) await Promise.resolve()
    }
  }
  return { saver, sent, quiet }
}

it('sends the last state once it is quiet, and again only what is new', async () => {
  const { saver, sent, quiet } = desk()
  saver.draw(form('一'))
  saver.draw(form('二'))
  await quiet()
  expect(sent).toEqual([[form('二'), 3]])
  expect(saver.isSaved).toBe(true)
  saver.draw(form('三'))
  await quiet()
  expect(sent[1]).toEqual([form('三'), 4])
})

it('takes back step by step', async () => {
  const { saver, sent, quiet } = desk()
  saver.draw(form('一'))
  saver.draw(form('二'))
  saver.undo()
  await quiet()
  expect(sent).toEqual([[form('一'), 3]])
  saver.undo()
  await quiet()
  expect(saver.snapshot()).toMatchObject({ form: null, before: [] })
})

it('goes again on the newer revision when a colleague has changed something else', async () => {
  const { saver, sent, quiet } = desk([conflict])
  saver.draw(form('一'))
  await quiet()
  expect(saver.isSaved).toBe(false)
  saver.receive({ form: null, revision: 5, ...who })
  await quiet()
  expect(sent).toEqual([[form('一'), 3], [form('一'), 5]])
  expect(saver.isSaved).toBe(true)
})

it.each([['mine', [[form('我的'), 3], [form('我的'), 5]]], ['theirs', [[form('我的'), 3]]]] as const)(
  'waits until one is chosen when a colleague has drawn it, too: %s', async (which, then) => {
    const { saver, sent, quiet } = desk([conflict])
    saver.draw(form('我的'))
    await quiet()
    saver.receive({ form: form('同事的'), revision: 5, ...who })
    await quiet()
    expect(saver.snapshot().theirs?.form).toEqual(form('同事的'))
    expect(sent).toHaveLength(1)
    saver.choose(which)
    await quiet()
    expect(sent).toEqual(then)
    expect(saver.snapshot().form).toEqual(form(which === 'mine' ? '我的' : '同事的'))
  })

it('knows its own when it comes back while one goes on drawing', async () => {
  const { saver, sent, quiet } = desk()
  saver.draw(form('一'))
  const going = saver.flush()
  saver.draw(form('二'))
  saver.receive({ form: form('一'), revision: 4, ...who })
  await going
  expect(saver.snapshot()).toMatchObject({ form: form('二'), theirs: null })
  await quiet()
  expect(sent.map(([one]) => one)).toEqual([form('一'), form('二')])
  expect(saver.isSaved).toBe(true)
})

it('keeps the steps back when its own form comes back with its properties in another order', async () => {
  const { saver, quiet } = desk()
  saver.draw(form('一'))
  await quiet()
  const { sections: [part] } = form('一')
  saver.receive({ form: { sections: [{ fields: [], title: { en: '一', zh: '一' }, id: part!.id }], drawn: true, version: 1 }, revision: 4, ...who })
  expect(saver.snapshot()).toMatchObject({ before: [null], theirs: null })
})

it('shows what a colleague has drawn when nothing is open here', () => {
  const { saver } = desk()
  saver.receive({ form: form('同事的'), revision: 4, ...who })
  expect(saver.snapshot()).toMatchObject({ form: form('同事的'), theirs: null })
})

it('keeps what is drawn while the server is away', async () => {
  const { saver, sent, quiet } = desk([away, 4])
  saver.draw(form('一'))
  await quiet()
  expect(sent).toHaveLength(2)
  expect(saver.isSaved).toBe(true)
})
