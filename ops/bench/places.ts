import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A folder that is thrown away afterwards. */
export function scratch(): { folder: string; away: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'qinqing-bench-'))
  return { folder, away: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A program of this folder in a process of its own, that says when it is ready and answers questions. */
interface Program<Ready> {
  ready: Ready
  ask: <Answer>(question: string) => Promise<Answer>
  end: () => Promise<void>
}

export async function program<Ready>(name: string, ...args: readonly string[]): Promise<Program<Ready>> {
  const child: ChildProcess = fork(fileURLToPath(new URL(`./${name}.js`, import.meta.url)), args, { execArgv: ['--expose-gc'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const said = async () => {
    const [message] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => { throw new Error(`${name} ended`) })]) as [unknown]
    return message
  }
  const ready = await said() as Ready
  return {
    ready,
    async ask<Answer>(question: string) {
      const answer = said()
      child.send(question)
      return await answer as Answer
    },
    async end() {
      if (child.exitCode !== null || !child.connected) return
      const over = once(child, 'exit')
      child.send('end')
      await over
    },
  }
}

/** Answers the questions of whoever started this process. */
export function answering(answers: Readonly<Record<string, () => unknown>>, end: () => Promise<void>): void {
  process.on('message', question => {
    if (question === 'end') return void end().finally(() => process.exit(0))
    process.send!(answers[String(question)]!())
  })
}

/** What the process holds after everything that could be let go is let go. */
export const resident = (): number => {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().rss
}
