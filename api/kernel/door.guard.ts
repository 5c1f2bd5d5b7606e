import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyRequest } from 'fastify'
import { askerOf, Doorkeeper, type Guest, sameOrigin } from '../identity/doorkeeper.ts'
import { problem, Problematic, signedOut } from './problem.ts'

type Admission = 'anybody' | 'signed-in'
const key = 'qinqing:admission'

/** Declares who may use a route; a route that declares nothing is closed to all. */
export const For = (admission: Admission) => SetMetadata(key, admission)

const firstKey = 'qinqing:first-password'

/** Declares that a route is there for whoever still has a first password, to replace it or to go: nothing else can be done with one. */
export const WithFirstPassword = () => SetMetadata(firstKey, true)

const foreign = problem(403, 'foreign-origin', '这个请求来自别的网站，没有受理', 'The request comes from another site.')
/** Whoever gave the password could act with it in the person's name. */
const temporary = problem(403, 'password/temporary', '请先把初始密码换成自己的', 'Replace the first password by one of your own first.')
const undeclared = problem(403, 'undeclared', '这个地址没有开放', 'This address is not open.')

export type Visitor = FastifyRequest & { guest?: Guest }

/** Default deny: who may enter is declared at each route, and what changes something must come from our own pages. */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(private readonly reflector: Reflector, private readonly doorkeeper: Doorkeeper) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Visitor>()
    const admission = this.reflector.getAllAndOverride<Admission | undefined>(key, [context.getHandler(), context.getClass()])
    if (!admission) throw new Problematic(undeclared)
    const { cookie, origin, host } = request.headers
    if (origin !== undefined && !sameOrigin({ origin, host })) throw new Problematic(foreign)
    if (request.headers['sec-fetch-site'] === 'cross-site' && request.method !== 'GET') throw new Problematic(foreign)
    const guest = await this.doorkeeper.guest({ cookie, host })
    if (guest) request.guest = guest
    if (admission === 'signed-in' && !guest) throw new Problematic(signedOut)
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (admission === 'signed-in' && guest?.person.temporary && !reads && !this.reflector.get<boolean | undefined>(firstKey, context.getHandler())) throw new Problematic(temporary)
    return true
  }
}

/** The guest of the request; only on routes for those who have signed in. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Guest => {
  const { guest } = context.switchToHttp().getRequest<Visitor>()
  if (!guest) throw new Problematic(signedOut)
  return guest
})

/** The guest as one who asks, for whom the page says. */
export const MeAsking = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { guest, headers } = context.switchToHttp().getRequest<Visitor>()
  if (!guest) throw new Problematic(signedOut)
  const actingFor = headers['x-acting-for']
  return askerOf(guest, typeof actingFor === 'string' ? actingFor : undefined)
})
