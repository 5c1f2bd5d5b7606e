import type { World } from '@qinqing/domain/kernel/world'
import type { Server } from 'node:http'

/** Lets a web server end without cutting anybody short: whatever is being answered is answered first. */
export class Drain {
  /** From now on nothing new is begun. */
  draining = false
  private answering = 0
  private idle = () => {}
  private readonly server: Server

  constructor(server: Server) {
    this.server = server
    server.on('request', (_, response) => {
      this.answering++
      response.once('close', () => {
        this.answering--
        if (!this.answering) this.idle()
      })
    })
    server.on('connection', socket => { if (this.draining) socket.destroy() })
  }

  /** Waits until all is answered, at most so long, and then lets go of every connection: browsers keep theirs open for the next request. */
  async end(timers: World['timers'], patienceMs: number): Promise<void> {
    this.draining = true
    this.server.closeIdleConnections()
    if (this.answering) {
      await new Promise<void>(done => {
        const cancel = timers.after(patienceMs, done)
        this.idle = () => {
          cancel()
          done()
        }
      })
    }
    this.server.closeAllConnections()
  }
}
