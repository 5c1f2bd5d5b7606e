import { spawnSync } from 'node:child_process'
import { run } from './process.mjs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Some systems ship a placeholder that only names a package, hence the question for its version. */
const works = (path) => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0

const find = () => [process.env.QQ_CHROMIUM, ...places].find((path) => path && works(path))

const mayInstall = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0

/** The path of a Chromium for the journeys, installed by the system's package manager where that is allowed; else undefined. */
export const chromium = async () => {
  const here = find()
  if (here || !mayInstall()) return here
  console.log('正在安装 Chromium 与中文字体…  Installing Chromium and Chinese fonts …')
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] }
  await run('apt-get', ['update', '-qq'], quiet)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], quiet)
  return find()
}
