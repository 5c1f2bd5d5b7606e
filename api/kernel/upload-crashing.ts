import { writeSync } from 'node:fs'
import { Readable } from 'node:stream'
import { FileStore } from './file-store.ts'
import { Uploads } from './uploads.ts'
import { realWorld } from './world.ts'

/** Uploads one paper after the other in small pieces until it is killed; says on stdout (a file) what was answered. */
const [folder = '', bytes = '0'] = process.argv.slice(2)
const uploads = new Uploads(new FileStore(folder), realWorld)
const paper = Buffer.alloc(Number(bytes), '%PDF-1.7 示例材料 ')

process.send?.('open')
for (;;) {
  const { id } = await uploads.begin({ owner: 'case', person: `person-${realWorld.ids.fresh()}`, length: paper.length })
  writeSync(1, `${id} 0\n`)
  for (let at = 0; at < paper.length;) {
    const next = at + 1 + Number(realWorld.random.digits(5))
    const { offset, file } = await uploads.append('case', id, at, Readable.from([paper.subarray(at, next)]))
    writeSync(1, `${id} ${offset} ${file?.hash ?? ''}\n`)
    at = offset
  }
}
