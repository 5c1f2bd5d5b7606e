import { build } from './build.mjs'
import { chromium } from './chromium.mjs'
import { fail, install, node24, root } from './house.mjs'
import { run } from './process.mjs'

await install()
if (!(await build())) fail('构建失败，原因见上。', 'The build failed, see above.')
const browser = await chromium()
if (!browser) fail('没有可用的 Chromium，拍不了页面。', 'There is no Chromium here to look at pages with.')
process.exit(await run(node24(), [`${root}/ops/dist/journeys/screens.js`], { env: { ...process.env, QQ_CHROMIUM: browser } }))
