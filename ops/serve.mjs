import { build } from './build.mjs'
import { fail, install, node24, root } from './house.mjs'
import { follow } from './process.mjs'

await install()
if (!(await build())) fail('构建失败，原因见上。', 'The build failed, see above.')

const code = await follow(node24(), [`${root}/api/dist/main.js`, ...process.argv.slice(2)], {
  env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? `${root}/.cache/node` },
})
process.exit(code)
