import { build } from './build.mjs'
import { fail, install, node24, root } from './house.mjs'
import { follow } from './process.mjs'

const [name, ...args] = process.argv.slice(2)
await install()
if (!(await build(['code']))) fail('构建失败，原因见上。', 'The build failed, see above.')
process.exit(await follow(node24(), [`${root}/ops/dist/${name}.js`, ...args]))
