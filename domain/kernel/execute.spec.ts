import { MemoryEventStore } from '../store/memory.ts'
import { asking, at, jia, outcomeOf, yi } from './asking.conformance.ts'
import { claimStream, holderOf } from './claim.ts'
import { together } from './case.conformance.ts'
import { execute, type Receipt } from './execute.ts'
import type { Asker } from './message.ts'
import { Absent, Conflict, Forbidden, Malformed, Refused, Reused } from './refusal.ts'
import { asker, stillWorld } from './spec.ts'

asking(bench => {
  const { ask, open, note, typesOf } = bench

  describe('once', () => {
    test('the same command 50 times at once has one effect and 50 equal receipts', async () => {
      for (const gated of [false, true]) {
        const id = `c-${gated}`
        if (gated) bench.kernel = { ...bench.kernel, log: together(bench.log, at(id), 50) }
        const opening = { type: 'OpenCase', data: { title: '示例' } }
        const receipts = await Promise.all(Array.from({ length: 50 }, () => ask(opening, { id, commandId: `same-${id}` })))
        expect(receipts[0]).toEqual({ id, revision: 1, position: await bench.log.head(), log: await bench.log.identity() })
        expect(receipts).toEqual(receipts.map(() => receipts[0]))
        expect(await typesOf(id)).toEqual(['CaseOpened', 'CaseNoted'])
      }
    })

    test('also when it claims keys, with and without chance in them', async () => {
      await open()
      for (const command of [{ type: 'NameCase', data: { name: '示例名' } }, { type: 'NumberCase', data: {} }]) {
        const receipts = await Promise.all(Array.from({ length: 50 }, () => ask(command, { commandId: command.type })))
        expect(receipts).toEqual(receipts.map(() => receipts[0]))
        expect(receipts[0]!.position).toBe((await bench.log.read(at('c-1'))).at(-1)!.position)
      }
      expect(await typesOf()).toEqual(['CaseOpened', 'CaseNoted', 'CaseNamed', 'CaseNumbered'])
    })

    test('later again, when other things have happened since, and by a clock that went on', async () => {
      const first = await ask({ type: 'OpenCase', data: { title: '示例', lines: [{ fen: 1 }] } }, { commandId: 'first' })
      await note()
      bench.kernel = { ...bench.kernel, world: stillWorld('2026-04-01T00:00:00.000Z') }
      expect(await ask({ type: 'OpenCase', data: { lines: [{ fen: 1 }], title: '示例' } }, { commandId: 'first' })).toEqual(first)
    })

    test('the same id with another content, another thing asked or another asker is refused', async () => {
      await ask({ type: 'OpenCase', data: { title: '示例' } }, { commandId: 'first' })
      const other = [ask({ type: 'OpenCase', data: { title: '别的' } }, { commandId: 'first' }), note({ commandId: 'first' }),
        ask({ type: 'OpenCase', data: { title: '示例' } }, { commandId: 'first' }, yi)]
      for (const asking of other) await expect(asking).rejects.toThrow(Reused)
      expect(await typesOf()).toHaveLength(2)
    })

    test('a command that changes nothing writes nothing, each time', async () => {
      const { revision, position } = await open()
      const touch = () => ask({ type: 'TouchCase', data: {} }, { commandId: 'touch' })
      expect(await touch()).toMatchObject({ revision, position })
      expect(await touch()).toMatchObject({ revision, position })
    })
  })

  describe('two people', () => {
    const approve = (over = {}) => ask({ type: 'ApproveCase', data: { opinion: '同意' } }, over, jia)
    const refuse = (over = {}) => ask({ type: 'RefuseCase', data: { clause: '第三条' } }, over, yi)

    test.each([['at the same moment', true, undefined], ['one shortly after the other, who saw the same', false, 1]])(
      'decide %s: one wins, the other learns who, when and what, and nothing is tried again', async (__, gated, basis) => {
        const { revision } = await open()
        if (gated) bench.kernel = { ...bench.kernel, log: together(bench.log, at('c-1'), 2) }
        const outcomes = await Promise.all([outcomeOf(approve({ basis })), outcomeOf(refuse({ basis }))])
        const lost = outcomes.filter(outcome => outcome instanceof Conflict)
        expect(lost).toHaveLength(1)
        const won = (await bench.log.read(at('c-1'))).slice(revision + 1)
        expect(won).toHaveLength(1)
        const { actor, by, type, recordedAt } = won[0]!
        expect(lost[0]!.winner).toEqual({ actor, by, post: '企业服务科 审核', at: recordedAt, type, revision: 2 })
        expect([lost[0]!.stream, lost[0]!.current]).toEqual([at('c-1'), 2])
      })

    test('race 20 times: exactly one wins each time', async () => {
      for (let n = 0; n < 20; n++) {
        const id = `race-${n}`
        const { revision: basis } = await open(id)
        const outcomes = await Promise.all([outcomeOf(approve({ id, basis })), outcomeOf(refuse({ id, basis }))])
        expect(outcomes.filter(outcome => outcome instanceof Conflict && outcome.winner)).toHaveLength(1)
        expect(await typesOf(id)).toHaveLength(3)
      }
    })

    test('a note in between takes nothing from a decision that was made on an older state', async () => {
      const { revision: basis } = await open()
      await note({}, yi)
      expect(await approve({ basis })).toMatchObject({ revision: 3 })
    })

    test('without a basis the one who is late is refused, not told of a race', async () => {
      await open()
      await approve()
      await expect(refuse()).rejects.toMatchObject({ code: 'case/not-now' })
    })

    test('what is guarded loses to any change by somebody else since then, not to one\'s own', async () => {
      const { revision: basis } = await open()
      await note({}, jia)
      const edit = (as: Asker) => ask({ type: 'EditCase', data: { title: '改' } }, { basis }, as)
      expect(await edit(jia)).toMatchObject({ revision: 3 })
      const late = await outcomeOf(edit(yi))
      expect(late).toBeInstanceOf(Conflict)
      expect(late).toMatchObject({ current: 3, winner: { actor: 'p-jia', by: '示例甲', type: 'CaseEdited', revision: 3 } })
    })

    test('what merges goes in beside anything', async () => {
      await open()
      bench.kernel = { ...bench.kernel, log: together(bench.log, at('c-1'), 7) }
      const receipts = await Promise.all(Array.from({ length: 7 }, (__, n) => note({}, n % 2 ? jia : yi)))
      expect(receipts.map(({ revision }) => revision).sort()).toEqual([2, 3, 4, 5, 6, 7, 8])
    })
  })

  describe('a key', () => {
    const name = (id: string, key = '同名') => ask({ type: 'NameCase', data: { name: key } }, { id })
    const holder = async (key: string) => holderOf(await bench.log.read(claimStream(asker.tenant, `name/${key}`)))

    test('goes to one of 64 who want it at once, the others are refused', async () => {
      const outcomes = await Promise.all(Array.from({ length: 64 }, (__, n) => outcomeOf(name(`n-${n}`))))
      const won = outcomes.filter(outcome => !(outcome instanceof Error)) as Receipt[]
      expect(won).toHaveLength(1)
      expect(outcomes.filter(outcome => outcome instanceof Refused && outcome.code === 'case/name-taken')).toHaveLength(63)
      expect(await holder('同名')).toBe(at(won[0]!.id))
      for (let n = 0; n < 64; n++) expect(await typesOf(`n-${n}`)).toEqual(`n-${n}` === won[0]!.id ? ['CaseNamed'] : [])
    })

    test('is free again once it was given back, and may be taken again by the same or by another', async () => {
      await name('a')
      await expect(name('b')).rejects.toThrow(Refused)
      await name('a', '新名')
      expect([await holder('同名'), await holder('新名')]).toEqual([null, at('a')])
      await name('b')
      await expect(name('a')).rejects.toThrow(Refused)
      await ask({ type: 'RefuseCase', data: { clause: '一' } }, { id: 'b' })
      expect(await holder('同名')).toBeNull()
      await name('a')
      expect([await holder('同名'), await holder('新名')]).toEqual([at('a'), null])
    })

    test('stays with whoever takes again what he has', async () => {
      await name('a')
      await name('a')
      expect(await holder('同名')).toBe(at('a'))
      await expect(name('b')).rejects.toThrow(Refused)
    })

    test('with chance in it is drawn again until a free one is found', async () => {
      const drawn = ['4', '4', '4', '7', '4', '7', '9']
      bench.kernel = { ...bench.kernel, world: { ...bench.kernel.world, random: { digits: () => drawn.shift()! } } }
      for (const id of ['a', 'b', 'c']) {
        await bench.log.append([{ stream: at(id), expected: -1, events: await opening(id) }])
      }
      for (const id of ['a', 'b', 'c']) await ask({ type: 'NumberCase', data: {} }, { id })
      const numbers = await Promise.all(['a', 'b', 'c'].map(async id => (await bench.log.read(at(id))).at(-1)!.data))
      expect(numbers).toEqual([{ number: '4' }, { number: '7' }, { number: '9' }])
    })

    /** Events of an opened case, made in another log so that no chance is used up. */
    async function opening(id: string) {
      const aside = { ...bench.kernel, log: new MemoryEventStore(), world: stillWorld() }
      await execute(aside, { aggregate: 'case', id, command: { type: 'OpenCase', data: { title: '示例' } }, commandId: id }, jia)
      return (await aside.log.read(at(id))).map(({ stream: __, revision: ___, position: ____, ...event }) => event)
    }
  })

  describe('refuses', () => {
    test('whoever may not, before anything is looked at', async () => {
      const outcome = await outcomeOf(ask({ type: 'ApproveCase', data: { opinion: '同意' } }, {}, { ...jia, roles: ['reviewer'] }))
      expect(outcome).toBeInstanceOf(Forbidden)
      expect(outcome).toMatchObject({ needs: ['lead'] })
      await expect(ask({ type: 'OpenCase', data: { title: '示例' } }, {}, { ...jia, roles: [] })).rejects.toThrow(Forbidden)
    })

    test('what does not have the shape, with the path of each fault', async () => {
      const outcome = await outcomeOf(ask({ type: 'OpenCase', data: { title: '', lines: [{ fen: 1 }, { fen: 1.5 }] } }))
      expect(outcome).toBeInstanceOf(Malformed)
      expect((outcome as Malformed).faults.map(({ path }) => path)).toEqual(['title', 'lines.1.fen'])
      for (const data of [null, undefined, 1, [], 'x']) await expect(ask({ type: 'OpenCase', data })).rejects.toThrow(Malformed)
    })

    const strange = ['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'NoSuchThing']
    test.each(strange)('the name %s for an aggregate or a command', async name => {
      await expect(ask({ type: name, data: {} })).rejects.toThrow(Malformed)
      await expect(ask({ type: 'OpenCase', data: { title: '示例' } }, { aggregate: name })).rejects.toThrow(Malformed)
      expect(await bench.log.head()).toBe(0)
    })

    test('what the state does not admit, and what nobody has begun', async () => {
      await expect(note({ id: 'nothing' })).rejects.toThrow(Absent)
      await open()
      await expect(open()).rejects.toMatchObject({ code: 'case/not-now' })
    })
  })

  test('a command id that a client uses for two streams makes no two events of one id', async () => {
    await open('c-1')
    await open('c-2')
    for (const id of ['c-1', 'c-2']) await note({ id, commandId: 'twice' })
    const ids = (await bench.log.page({ after: 0 })).events.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('within a stream time does not go back with the clock', async () => {
    await open()
    bench.kernel = { ...bench.kernel, world: stillWorld('2026-03-01T23:00:00.000Z') }
    await note()
    expect((await bench.log.read(at('c-1'))).map(({ recordedAt }) => recordedAt)).toEqual(Array.from({ length: 3 }, () => '2026-03-02T01:00:00.000Z'))
    await open('c-2')
    expect((await bench.log.read(at('c-2')))[0]).toMatchObject({ recordedAt: '2026-03-01T23:00:00.000Z' })
  })

  test('an event says all about itself', async () => {
    await execute(bench.kernel, {
      aggregate: 'case', id: 'c-1', command: { type: 'OpenCase', data: { title: '示例' } }, commandId: 'it',
      correlationId: 'talk', causationId: 'cause',
    }, { ...jia, onBehalfOf: 'e-1', mandate: 'm-1', purpose: 'import' })
    expect((await bench.log.read(at('c-1')))[0]).toEqual({
      id: bench.kernel.world.ids.derived('it', `${at('c-1')}/0`), stream: at('c-1'), revision: 0, position: 1,
      type: 'CaseOpened', data: { title: '示例' }, schemaVersion: 1,
      tenant: 'liuzhou', actor: 'p-jia', by: '示例甲', post: '企业服务科 审核', onBehalfOf: 'e-1', mandate: 'm-1', purpose: 'import', commandId: 'it',
      commandHash: expect.stringMatching(/^[0-9a-f]{64}$/), correlationId: 'talk', causationId: 'cause',
      occurredAt: '2026-03-02T01:00:00.000Z', recordedAt: '2026-03-02T01:00:00.000Z', grade: 'internal', subjectKeys: ['p-jia'],
    })
  })
})
