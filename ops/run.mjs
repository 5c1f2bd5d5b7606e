import { existsSync } from 'node:fs'
import { build } from './build.mjs'
import { fail, install, node24, root } from './house.mjs'
import { follow } from './process.mjs'

const [name, ...args] = process.argv.slice(2)
await install()
if (!(await build(['code']))) fail('构建失败，原因见上。', 'The build failed, see above.')

const program = ['ops', 'api'].map((room) => `${root}/${room}/dist/${name}.js`).find((path) => existsSync(path))
if (!program) fail(`没有名为 ${name} 的命令。`, `There is no command called ${name}.`)
process.exit(await follow(node24(), [program, ...args]))
