import type { Projection } from '@qinqing/projections/kernel/projection'
import type { View } from '@qinqing/projections/kernel/view'
import { z } from 'zod'

/** How often a proof repeats: `small` in every run, `large` when it is proved. */
export const count = (small: number, large: number): number => (process.env['QQ_PROVE'] ? large : small)

/** Repeatable chance: numbers in [0, 1). */
export const chance = (from = Number(process.env['QQ_SEED'] ?? 20261125)): (() => number) => {
  let state = from >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

export interface Task {
  id: string
  office: string
  title: string
  rank: number | null
  weight: number
}

export type TaskEvent = { type: 'TaskSet'; data: Omit<Task, 'id'> } | { type: 'TaskDropped'; data: object }

const tasks: Projection<Task, TaskEvent> = {
  name: 'tasks', version: 1, indexed: ['office', 'rank', 'title', 'weight'], searched: ['title'],
  initial: id => ({ id, office: '', title: '', rank: null, weight: 0 }),
  evolve: { TaskSet: (task, data) => ({ ...task, ...data }), TaskDropped: () => null },
  visible: ['some', [['mine', 'office', 'offices'], ['role', ['admin']]]],
  attended: ['mine', 'office', 'offices'],
}

const secrets: Projection<Task, TaskEvent> = { ...tasks, name: 'secrets', visible: ['role', ['admin']] }

interface Load {
  id: string
  tasks: number
  weight: number
  day: string
}

const load: View<{ least: string }, { tasks: Task[] }, Load> = {
  name: 'load',
  params: z.strictObject({ least: z.string().regex(/^\d{1,3}$/) }),
  inputs: ({ least }, viewer) => viewer.roles.includes('guest') ? null : { tasks: { projection: 'tasks', where: ['gte', 'weight', Number(least)] } },
  evaluate: ({ tasks: all }, _, day) => {
    const offices = [...new Set(all.map(({ office }) => office))].sort()
    const loads = offices.map(id => ({ id, day, ...sumOf(all.filter(({ office }) => office === id)) }))
    return loads.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
  },
}

const sumOf = (some: readonly Task[]) => ({ tasks: some.length, weight: some.reduce((sum, { weight }) => sum + weight, 0) })

export const catalogue = { projections: { tasks, secrets }, views: { load } }

const random = chance()

/** Something happens to one of so many tasks of two offices. */
export function someEvent(among = 60): readonly [id: string, event: TaskEvent] {
  const id = `t${Math.trunc(random() * among)}`
  if (random() < 0.2) return [id, { type: 'TaskDropped', data: {} }]
  const rank = random() < 0.2 ? null : Math.trunc(random() * 10)
  return [id, { type: 'TaskSet', data: { office: random() < 0.7 ? 'north' : 'south', title: `第 ${id} 件`, rank, weight: Math.trunc(random() * 5) } }]
}
