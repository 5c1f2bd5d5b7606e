import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

/** Copies the journal into the file beside the thread that commits, so that no commit waits for it. */
const port = parentPort!
const db = new DatabaseSync((workerData as { file: string }).file)
db.exec('pragma synchronous = full; pragma fullfsync = on; pragma checkpoint_fullfsync = on')
const checkpoint = db.prepare('pragma wal_checkpoint(passive)')

port.on('message', (message: 'copy' | 'close') => {
  if (message === 'copy') port.postMessage(checkpoint.get())
  if (message !== 'close') return
  db.close()
  port.close()
})
