import { asking, at, jia, outcomeOf, yi } from './asking.conformance.ts'
import { deciders, meanwhile } from './case.conformance.ts'
import type { Asker } from './message.ts'
import { Conflict } from './refusal.ts'
import { asker } from './spec.ts'
import { streamOf } from './stream.ts'

const reaction: Asker = { ...asker, actor: 'reaction:pay', roles: ['system'] }

asking(bench => {
  const { ask, open, note, typesOf } = bench

  describe('facts', () => {
    const fill = (fen: number) => ask({ type: 'FillFund', data: { fen } }, { aggregate: 'fund', id: 'f-1' }, yi)
    const pay = (as: Asker) => ask({ type: 'PayCase', data: { fund: 'f-1', fen: 100 } }, {}, as)
    const paid = async () => (await bench.log.read(at('c-1'))).at(-1)!.data

    test('are what the decision sees', async () => {
      await open()
      await expect(pay(jia)).rejects.toMatchObject({ code: 'case/fund-short' })
      await fill(150)
      await pay(jia)
      expect(await paid()).toEqual({ fen: 100, of: 150 })
    })

    test('that moved in between are a conflict for people, who learn what moved them', async () => {
      await open()
      await fill(150)
      const before = await typesOf()
      bench.kernel = { ...bench.kernel, log: meanwhile(bench.log, () => ask({ type: 'NoteFund', data: {} }, { aggregate: 'fund', id: 'f-1' }, yi)) }
      const lost = await outcomeOf(pay(jia))
      expect(lost).toBeInstanceOf(Conflict)
      const winner = { actor: 'p-yi', type: 'FundNoted', revision: 1 }
      expect(lost).toMatchObject({ stream: streamOf(asker.tenant, 'fund', 'f-1'), current: 1, winner })
      expect(await typesOf()).toEqual(before)
    })

    test('that moved in between are looked at again for people, too, where the command says so; its own stream conflicts all the same', async () => {
      const looking = { ...bench.kernel, deciders: { ...deciders, case: { ...deciders['case']!, rereads: ['PayCase'] } } }
      await open()
      await fill(150)
      bench.kernel = { ...looking, log: meanwhile(bench.log, () => fill(50)) }
      await pay(jia)
      expect(await paid()).toEqual({ fen: 100, of: 200 })
      bench.kernel = { ...looking, log: meanwhile(bench.log, () => note({}, yi)) }
      expect(await outcomeOf(pay(jia))).toBeInstanceOf(Conflict)
    })

    test('that moved in between are looked at again for reactions', async () => {
      await open()
      await fill(150)
      bench.kernel = { ...bench.kernel, log: meanwhile(bench.log, () => fill(50)) }
      await pay(reaction)
      expect(await paid()).toEqual({ fen: 100, of: 200 })
    })

    test('that moved after the decision leave its repetition alone', async () => {
      await open()
      await fill(150)
      const again = () => ask({ type: 'PayCase', data: { fund: 'f-1', fen: 100 } }, { commandId: 'pay' })
      const first = await again()
      await fill(1)
      expect(await again()).toEqual(first)
    })
  })
})
