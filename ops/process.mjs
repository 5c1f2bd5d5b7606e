import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const codeOf = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 0)

/** Runs a program to its end with our own input and output; answers its exit code, 124 when `limit` ms were not enough. */
export const run = (program, args, { limit, ...options } = {}) =>
  new Promise((done) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options })
    const stop = (signal) => {
      child.kill(signal)
      process.exit(codeOf(null, signal))
    }
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)
    let late = false
    const timer = limit === undefined ? undefined : setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, limit)
    const finish = (code) => {
      clearTimeout(timer)
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop)
      done(late ? 124 : code)
    }
    child.once('error', (error) => {
      console.error(error.message)
      finish(127)
    })
    child.once('exit', (code, signal) => finish(codeOf(code, signal)))
  })

/**
 * Runs a server and hands signals on, so that it can drain before we leave.
 * It gets its own process group: Ctrl-C reaches a whole group, and npm passes it on as well, so the server would hear one key three times.
 */
export const follow = (program, args, options = {}) =>
  new Promise((done) => {
    const child = spawn(program, args, { stdio: 'inherit', detached: process.platform !== 'win32', ...options })
    let last = -Infinity
    const pass = (signal) => {
      const now = performance.now()
      if (now - last < 2000) return
      last = now
      child.kill(signal)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal))
    child.once('error', (error) => {
      console.error(error.message)
      done(127)
    })
    child.once('exit', (code, signal) => done(codeOf(code, signal)))
  })
