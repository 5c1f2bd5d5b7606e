import { Journal } from '@qinqing/api/kernel/journal'
import { openFolder } from '@qinqing/api/kernel/open'
import { realWorld } from '@qinqing/api/kernel/world'
import { hashPassword } from '@qinqing/api/identity/passwords'
import { theSystem } from '@qinqing/api/kernel/city'
import { operatorAsker } from '@qinqing/api/operator/asker'
import { serve } from '@qinqing/api/serve'
import { execute } from '@qinqing/domain/kernel/execute'
import { answering, resident } from './places.ts'

/** The platform in a folder, with some people who have signed in. */
const [folder = '', people = '1'] = process.argv.slice(2)
const journal = new Journal()
const opened = await openFolder({ folder, world: realWorld, journal })
const { kernel, projector } = opened.running
await projector.start()
const served = await serve({ running: opened.running, journal, port: 0 })
const url = `http://127.0.0.1:${served.port}`

const hash = await hashPassword('a password for the bench')
const cookies: string[] = []
for (let n = 0; n < Number(people); n++) {
  const ask = (type: string, data: unknown, asker = operatorAsker('bench', 'liuzhou', 'work')) =>
    execute(kernel, { aggregate: 'person', id: `p${n}`, command: { type, data }, commandId: realWorld.ids.fresh() }, asker)
  await ask('RegisterPerson', { username: `bench${n}`, name: `示例${n}` })
  await ask('SetPassword', { hash }, theSystem('liuzhou'))
  await ask('GivePost', { office: 'a', officeName: '示例a', title: '审核', roles: ['reviewer'] })
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: JSON.stringify({ username: `bench${n}`, password: 'a password for the bench' }),
  })
  cookies.push(answer.headers.get('set-cookie')!.split(';')[0]!)
}
answering({ memory: resident }, async () => {
  await served.close()
  await opened.close()
})
process.send!({ url, cookies })
