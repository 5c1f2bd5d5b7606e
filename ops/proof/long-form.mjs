import { join, resolve } from 'node:path'
import { build, preview } from 'vite'

/** Builds the page of three hundred fields into a folder, as a release is built, serves it, and says where. */
const outDir = resolve(process.argv[2])
const web = join(import.meta.dirname, '../../web')
const shared = { root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'error' }
await build({ ...shared, build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(web, 'long-form.html') } } })
const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
console.log(server.resolvedUrls.local[0])
