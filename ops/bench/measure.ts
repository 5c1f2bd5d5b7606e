import type { Words } from '@qinqing/domain/kernel/refusal'

/** One side of a comparison, made ready: each call takes one sample. */
export interface Side {
  sample: () => Promise<number>
  close: () => Promise<void>
}

/** A figure of ours beside the same figure of something that does only what cannot be left out. */
export interface Scene {
  name: string
  words: Words
  /** What the figure counts, and whether more of it is better. */
  unit: string
  better: 'more' | 'less'
  bare: Words
  /** Beyond this ratio (ours : bare) something has collapsed. Far from what is usual, since machines differ. */
  collapse: number
  /** At most so many pairs, where one takes long and differs little. */
  pairs?: number
  ours: (seconds: number) => Promise<Side>
  theirs: (seconds: number) => Promise<Side>
}

export interface Measured {
  scene: Scene
  ours: number
  bare: number
  ratio: number
  spread: readonly [least: number, most: number]
  collapsed: boolean
}

export const median = (some: readonly number[]): number => {
  const sorted = some.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Pairs of samples, one right after the other, the order turning each time: what slows the machine slows both. The first pair warms up. */
export async function measure(scene: Scene, { pairs: asked, seconds }: { pairs: number; seconds: number }): Promise<Measured> {
  const pairs = Math.min(asked, scene.pairs ?? asked)
  const [ours, theirs] = [await scene.ours(seconds), await scene.theirs(seconds)]
  const figures: [number, number][] = []
  try {
    for (let pair = 0; pair <= pairs; pair++) {
      const first = pair % 2 ? await ours.sample() : await theirs.sample()
      const second = pair % 2 ? await theirs.sample() : await ours.sample()
      if (pair > 0) figures.push(pair % 2 ? [first, second] : [second, first])
    }
  } finally {
    await ours.close()
    await theirs.close()
  }
  const ratios = figures.map(([mine, bare]) => mine / bare)
  const ratio = median(ratios)
  return {
    scene, ratio, ours: median(figures.map(([mine]) => mine)), bare: median(figures.map(([, bare]) => bare)), spread: [Math.min(...ratios), Math.max(...ratios)],
    collapsed: scene.better === 'more' ? ratio < scene.collapse : ratio > scene.collapse,
  }
}
