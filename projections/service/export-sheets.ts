import type { ApplicationDocument, ApplicationStatus } from '@qinqing/domain/fulfilment/application/contract'
import type { EnterpriseDocument } from '@qinqing/domain/identity/enterprise/contract'
import type { PersonDocument } from '@qinqing/domain/identity/person/contract'
import { laneLabels } from '@qinqing/domain/language/item'
import { standingLabels } from '@qinqing/domain/language/standing'
import { say, type Text } from '@qinqing/domain/language/text'
import type { OfficeDocument } from '@qinqing/domain/organisation/office/contract'
import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import type { ItemDocument, PolicyDocument, PolicyDraftDocument, PolicyStatus } from '@qinqing/domain/policy/policy/contract'

/** What a cell shows: a text, a sum in 分, a number, an instant or a date, nothing. */
export type Cell = { text: string | Text } | { fen: number } | { count: number } | { at: string } | null

export interface SheetColumn<Doc> {
  head: Text
  /** In letters. */
  width: number
  cell: (document: Doc) => Cell
  /** Personal, so that only these roles get it; left out, everybody who sees the document. */
  roles?: readonly string[]
}

/** A list as a file: what is in its columns. Who gets which rows is the projection's business. */
export interface Sheet {
  name: string
  title: Text
  /** Of its projection's documents, whatever those are. */
  columns: readonly SheetColumn<never>[]
}

const sheet = <Doc>(name: string, title: Text, columns: readonly SheetColumn<Doc>[]): Sheet => ({ name, title, columns })

const words = (of: string | Text | null | undefined): Cell => (of ? { text: of } : null)
const moment = (at: string | null): Cell => (at && !at.startsWith('9999') ? { at } : null)
const sum = (fen: number | null): Cell => (fen === null ? null : { fen })
const list = (of: readonly string[]): Cell => words(of.filter(Boolean).join('；'))

const column = <Doc>(zh: string, en: string, width: number, cell: (document: Doc) => Cell, roles?: readonly string[]): SheetColumn<Doc> =>
  ({ head: say(zh, en), width, cell, ...roles ? { roles } : {} })

/** What both sides call an application that has ended. */
const ended = { discarded: say('已放弃', 'Given up'), approved: say('已通过', 'Approved'), withdrawn: say('已撤回', 'Withdrawn') }

/** In the words of the queue. */
const stages: Record<ApplicationStatus, Text> = {
  ...ended, absent: say('', ''), draft: say('填写中', 'Draft'), submitted: say('受理', 'New'), claimed: say('审查', 'Review'), correcting: say('等补正', 'Waiting'),
  resubmitted: say('补正已交', 'Corrected'), refused: say('不予', 'Refused'), lapsed: say('逾期终止', 'Unanswered'),
}

/** In the words of the enterprise's own pages. */
const reviewing = say('审核中', 'In review')
const statuses: Record<ApplicationStatus, Text> = {
  ...ended, absent: say('', ''), draft: say('填写中', 'Draft'), submitted: say('待受理', 'To be accepted'), claimed: reviewing, correcting: say('等您补正', 'Your correction'),
  resubmitted: reviewing, refused: say('未通过', 'Refused'), lapsed: say('逾期终止', 'Closed unanswered'),
}

const editions: Record<PolicyStatus, Text> = {
  absent: say('', ''), draft: say('草稿', 'Draft'), published: say('已发布', 'Published'), retired: say('已退出', 'Retired'),
}

const applications = sheet<ApplicationDocument>('applications', say('申请', 'Applications'), [
  column('受理号', 'Receipt number', 22, ({ number }) => words(number)),
  column('企业', 'Enterprise', 32, ({ enterpriseName }) => words(enterpriseName)),
  column('统一社会信用代码', 'Credit code', 22, ({ creditCode }) => words(creditCode)),
  column('事项', 'Item', 32, ({ itemTitle }) => words(itemTitle)),
  column('政策', 'Policy', 36, ({ policyTitle }) => words(policyTitle)),
  column('阶段', 'Stage', 12, ({ status }) => words(stages[status]), ['reviewer', 'lead']),
  column('状态', 'State', 12, ({ status }) => words(statuses[status]), ['agent']),
  column('承办处室', 'Office', 24, ({ officeName }) => words(officeName)),
  column('提交时间', 'Submitted', 18, ({ submittedAt }) => moment(submittedAt)),
  column('承诺办结', 'Promised by', 18, ({ dueAt }) => moment(dueAt)),
  column('办理人', 'Official', 12, ({ claimant }) => words(claimant?.name)),
  column('预估金额（元）', 'Estimate (CNY)', 16, ({ estimateFen }) => sum(estimateFen)),
  column('核定金额（元）', 'Granted (CNY)', 16, ({ decision }) => sum(decision?.fen ?? null)),
  column('办结时间', 'Closed', 18, ({ closedAt }) => moment(closedAt)),
  column('企业经办人', 'Applicant', 12, ({ startedBy }) => words(startedBy), ['agent', 'reviewer']),
  column('最近变化', 'Last change', 18, ({ updatedAt }) => moment(updatedAt)),
])

const items = sheet<ItemDocument>('items', say('事项', 'Items'), [
  column('事项', 'Item', 36, ({ title }) => words(title)),
  column('政策', 'Policy', 36, ({ policyTitle }) => words(policyTitle)),
  column('办理方式', 'How it is granted', 14, ({ item }) => words(laneLabels[item.lane])),
  column('承办处室', 'Office', 24, ({ officeName }) => words(officeName)),
  column('咨询电话', 'Phone', 16, ({ item }) => words(item.phone)),
  column('有效期至', 'Valid until', 14, ({ validUntil }) => words(validUntil)),
  column('发布时间', 'Published', 18, ({ publishedAt }) => moment(publishedAt)),
])

const matches = sheet<MatchDocument>('matches', say('我能享受的政策', 'What we can get'), [
  column('事项', 'Item', 36, ({ title }) => words(title)),
  column('政策', 'Policy', 36, ({ policyTitle }) => words(policyTitle)),
  column('能不能享受', 'Standing', 14, ({ standing }) => words(standingLabels[standing])),
  column('差什么', 'What is missing', 40, ({ gap }) => words(gap)),
  column('预估金额（元）', 'Estimate (CNY)', 16, ({ estimateFen }) => sum(estimateFen)),
  column('金额怎样算', 'Amount', 32, ({ amount }) => words(amount)),
  column('办理方式', 'How it is granted', 14, ({ lane }) => words(laneLabels[lane])),
  column('承诺天数', 'Days promised', 12, ({ limit }) => ({ count: limit.days })),
  column('承办处室', 'Office', 24, ({ officeName }) => words(officeName)),
  column('咨询电话', 'Phone', 16, ({ phone }) => words(phone)),
])

const policies = sheet<PolicyDocument>('policies', say('政策', 'Policies'), [
  column('政策', 'Policy', 40, ({ title }) => words(title)),
  column('文号', 'Number', 22, ({ number }) => words(number)),
  column('状态', 'State', 12, ({ status }) => words(editions[status])),
  column('版本', 'Version', 8, ({ version }) => ({ count: version })),
  column('事项数', 'Items', 8, ({ items: all }) => ({ count: all.length })),
  column('处室', 'Office', 24, ({ officeName }) => words(officeName)),
  column('有效期至', 'Valid until', 14, ({ validUntil }) => words(validUntil)),
  column('发布时间', 'Published', 18, ({ publishedAt }) => moment(publishedAt)),
])

const drafts = sheet<PolicyDraftDocument>('policy-drafts', say('本处室的政策', 'Policies of the office'), [
  column('政策', 'Policy', 40, ({ title }) => words(title)),
  column('文号', 'Number', 22, ({ number }) => words(number)),
  column('状态', 'State', 12, ({ status }) => words(editions[status])),
  column('有未发布的修改', 'Unpublished changes', 14, ({ dirty }) => words(dirty ? say('有', 'Yes') : null)),
  column('版本', 'Version', 8, ({ version }) => ({ count: version })),
  column('事项数', 'Items', 8, ({ items: all }) => ({ count: all.length })),
  column('处室', 'Office', 24, ({ officeName }) => words(officeName)),
  column('来源', 'Source', 24, ({ origin }) => words(origin?.authority)),
  column('有效期至', 'Valid until', 14, ({ validUntil }) => words(validUntil)),
  column('最近修改', 'Last change', 18, ({ updatedAt }) => moment(updatedAt)),
  column('修改人', 'Changed by', 12, ({ updatedBy }) => words(updatedBy)),
])

const people = sheet<PersonDocument>('people', say('人员', 'People'), [
  column('姓名', 'Name', 16, ({ name }) => words(name)),
  column('用户名', 'User name', 18, ({ username }) => words(username), ['admin']),
  column('岗位', 'Posts', 40, ({ posts }) => list(posts.map(({ officeName, title }) => `${officeName} ${title}`))),
  column('企业', 'Enterprises', 40, ({ memberships }) => list(memberships.map(({ enterpriseName }) => enterpriseName)), ['admin']),
  column('账号', 'Account', 10, ({ status }) => words(status === 'suspended' ? say('已停用', 'Suspended') : say('正常', 'Active'))),
  column('登记时间', 'Registered', 18, ({ registeredAt }) => moment(registeredAt)),
])

const offices = sheet<OfficeDocument>('offices', say('处室', 'Offices'), [
  column('部门', 'Bureau', 28, ({ bureau }) => words(bureau)),
  column('处室', 'Office', 28, ({ name }) => words(name)),
  column('电话', 'Phone', 18, ({ phone }) => words(phone)),
])

const enterprises = sheet<EnterpriseDocument>('enterprises', say('企业', 'Enterprises'), [
  column('企业', 'Enterprise', 40, ({ name }) => words(name)),
  column('统一社会信用代码', 'Credit code', 24, ({ creditCode }) => words(creditCode)),
])

/** Every list that can be had as a file, by the name of its projection or view. */
export const sheets: Readonly<Record<string, Sheet>> =
  Object.fromEntries([applications, drafts, enterprises, items, matches, offices, people, policies].map(one => [one.name, one]))
