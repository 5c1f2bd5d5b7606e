import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './process.mjs'

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Says one sentence in both languages and leaves. */
export const fail = (chinese, english) => {
  console.error(chinese)
  console.error(english)
  process.exit(1)
}

const json = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** npm notes at the end of an install what it put there; an interrupted install leaves no such note. */
const complete = () => {
  const note = `${root}/node_modules/.package-lock.json`
  if (!existsSync(note)) return false
  const wanted = json(`${root}/package-lock.json`).packages
  const present = json(note).packages
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) =>
    !path.includes('node_modules/') || optional || devOptional || peer || (path in present && present[path].version === version))
}

/** Installs what the lock file names, when it is not there yet. */
export const install = async () => {
  if (complete()) return
  console.log('正在安装依赖，首次约一分钟…  Installing packages, about a minute the first time …')
  const args = ['ci', '--include=dev', '--include=optional']
  const npm = process.env.npm_execpath
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], { cwd: root })
    : await run('npm', args, { cwd: root, shell: process.platform === 'win32' })
  if (code !== 0) fail('依赖安装失败，请检查网络后重试。', 'The packages could not be installed; check the network and try again.')
}

const isNode24 = (path) => {
  const { status, stdout } = spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' })
  return status === 0 && Number(stdout.split('.')[0]) >= 24
}

let found

/** The path of a Node 24: the one npm installed for this machine, else the host's own when it is new enough. */
export const node24 = () => {
  if (found) return found
  const system = process.platform === 'win32' ? 'win' : process.platform
  const packaged = `${root}/node_modules/node-${system}-${process.arch}/bin/node${system === 'win' ? '.exe' : ''}`
  found = [packaged, process.execPath].find((path) => existsSync(path) && isNode24(path))
  return found ?? fail(
    `没有适用于 ${process.platform}-${process.arch} 的 Node.js 24，请在本机安装 Node.js 24 或更新版本。`,
    `There is no packaged Node.js 24 for ${process.platform}-${process.arch}; please install Node.js 24 or newer on this machine.`,
  )
}

/** Runs a JavaScript tool of the house on Node 24. */
export const tool = (path, args, options = {}) => run(node24(), [`${root}/node_modules/${path}`, ...args], { cwd: root, ...options })
