// Only syntax that an old Node reads may stand in this file: it has to say politely that the Node is too old.
const version = process.versions.node.split('.')
if (Number(version[0]) < 20 || (Number(version[0]) === 20 && Number(version[1]) < 19)) {
  console.error('需要 Node.js 20.19 或更新版本，当前为 ' + process.versions.node + '。请升级后再运行。')
  console.error('Node.js 20.19 or newer is needed, this one is ' + process.versions.node + '. Please upgrade, then run it again.')
  process.exit(1)
}
process.argv[2] = 'operator/tools/' + process.argv[2]
import('./run.mjs')
