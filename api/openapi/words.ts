import type { Words } from '@qinqing/domain/kernel/refusal'

const say = (zh: string, en: string): Words => ({ zh, en })

/** What each command does, in a few words, by aggregate. */
export const commandWords: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  application: {
    StartApplication: say('开始申请', 'Start an application'),
    PatchAnswers: say('保存填写的内容', 'Keep what was filled in'),
    DiscardDraft: say('放弃草稿', 'Give the draft up'),
    SubmitApplication: say('提交申请', 'Submit the application'),
    WithdrawApplication: say('撤回申请', 'Withdraw the application'),
    UrgeCase: say('催办', 'Remind the office'),
    ClaimCase: say('领取案件', 'Take the case'),
    ReleaseCase: say('放回队列', 'Give the case back to the queue'),
    JudgeCondition: say('判断一个条件', 'Judge a condition'),
    RequestCorrection: say('要求补正', 'Ask for corrections'),
    AnswerCorrection: say('提交补正', 'Hand the corrections in'),
    ApproveApplication: say('通过', 'Approve'),
    RefuseApplication: say('不予通过', 'Refuse'),
    HandOverCase: say('移交案件', 'Hand the case over'),
    ReturnCase: say('退回案件', 'Give the case back'),
    AddNote: say('记内部备注', 'Add a note for the office'),
    ReviewLateDemand: say('核准逾期的补正要求', 'Judge a demand that came late'),
    LapseApplication: say('逾期没有补正，按撤回结案', 'Close it, since nothing was answered in time'),
  },
  dossier: {
    RecordFacts: say('记录数据', 'Record facts'),
    DisputeFact: say('信息有误', 'Say that a fact is wrong'),
    RecordEnjoyment: say('记为已享', 'Record that something was granted'),
  },
  draft: { PatchDraft: say('保存写到一半的内容', 'Keep what is half written'), DiscardDraft: say('清空草稿', 'Clear the draft') },
  enterprise: { RegisterEnterprise: say('登记企业', 'Register an enterprise') },
  invitation: {
    InviteAdministrator: say('邀请第一位管理员', 'Invite the first administrator'),
    InviteOfficial: say('邀请同事', 'Invite an official'),
    InviteAgent: say('邀请企业人员', 'Invite somebody of an enterprise'),
    RenewInvitation: say('换一个链接', 'Make another link'),
    RevokeInvitation: say('撤回邀请', 'Withdraw the invitation'),
    RecordAcceptance: say('记为已接受', 'Record that it was accepted'),
    EndBeginning: say('作废第一位管理员的链接', 'End the beginning'),
  },
  inbox: {
    MarkRead: say('标为已读', 'Mark notices as read'),
    MarkAllRead: say('全部标为已读', 'Mark all as read'),
    MuteKinds: say('选择不看哪些通知', 'Choose which notices to mute'),
    NoteVisit: say('记下来过', 'Note a visit'),
  },
  notice: { GiveNotice: say('发通知', 'Give a notice') },
  readmodel: {
    AskRebuild: say('重建读模型', 'Build a read model anew'),
    CancelRebuild: say('取消重建', 'Cancel a rebuild'),
    StartRebuild: say('开始重建', 'Begin a rebuild'),
    AdvanceRebuild: say('说明重建到哪里', 'Tell how far a rebuild has come'),
    CompleteRebuild: say('重建完成', 'Complete a rebuild'),
    StopRebuild: say('重建中止', 'Stop a rebuild'),
    RecordFault: say('记下修复', 'Note what was repaired'),
  },
  office: { EstablishOffice: say('设立处室', 'Establish an office'), ReviseOffice: say('修改处室', 'Change an office') },
  person: {
    RegisterPerson: say('登记人员', 'Register a person'),
    AcceptInvitation: say('接受邀请', 'Accept an invitation'),
    RevisePhone: say('改电话', 'Change the phone'),
    SetPassword: say('设置密码', 'Set a password'),
    GivePost: say('给岗位', 'Give a post'),
    TakePost: say('收回岗位', 'Take a post back'),
    JoinEnterprise: say('加入企业', 'Join an enterprise'),
    LeaveEnterprise: say('退出企业', 'Leave an enterprise'),
    SuspendPerson: say('停用账号', 'Suspend the account'),
    RestorePerson: say('恢复账号', 'Restore the account'),
  },
  policy: {
    DraftPolicy: say('起草政策', 'Draft a policy'),
    RevisePolicy: say('修改基本信息', 'Change the head'),
    ReviseClauses: say('修改原文条款', 'Change the clauses'),
    ReviseGuide: say('修改解读和联系方式', 'Change explanation and contact'),
    PutItem: say('保存事项', 'Put an item'),
    RemoveItem: say('删除事项', 'Remove an item'),
    PutForm: say('保存事项的申请表', 'Put the form of an item'),
    PublishPolicy: say('发布', 'Publish'),
    RetirePolicy: say('退出政策', 'Retire the policy'),
  },
  session: { OpenSession: say('打开登录', 'Open a session'), CloseSession: say('结束登录', 'Close a session') },
}

/** What each kind of document is. */
export const documentWords: Readonly<Record<string, Words>> = {
  'accounts': say('自己的账号', 'Own accounts'),
  'applications': say('申请（案件）', 'Applications (cases)'),
  'devices': say('自己登录的设备', 'Where one is signed in'),
  'casefiles': say('案卷里只有处室看的部分', 'What the office alone knows of a case'),
  'dossiers': say('企业档案', 'What is known of enterprises'),
  'drafts': say('写到一半的内容', 'Half-written words'),
  'enterprises': say('企业', 'Enterprises'),
  'invitations': say('邀请', 'Invitations'),
  'inboxes': say('每个人已读到哪里', 'What each person has read'),
  'items': say('已发布的事项', 'Published items'),
  'notices': say('通知', 'Notices'),
  'offices': say('处室', 'Offices'),
  'people': say('人员', 'People'),
  'policy-cases': say('每项政策在办的申请', 'Open cases of each policy'),
  'policy-versions': say('政策的每个版本', 'Versions of policies'),
  'policies': say('已发布的政策', 'Published policies'),
  'readmodels': say('读模型：重建和修复', 'Read models: rebuilds and repairs'),
  'policy-drafts': say('政策的工作稿', 'Working copies of policies'),
  'sessions': say('登录', 'Sessions'),
}

export const viewWords: Readonly<Record<string, Words>> = {
  matches: say('一家企业能享受什么、为什么', 'What an enterprise can get, and why'),
  amendment: say('修改会影响谁', 'Whom an amendment concerns'),
  trial: say('用企业试算工作稿里的事项', 'An item of a working copy, tried on enterprises'),
}

export const roleWords: Readonly<Record<string, Words>> = {
  agent: say('企业经办人', 'agent of an enterprise'),
  editor: say('政策编辑', 'policy editor'),
  reviewer: say('审核', 'reviewer'),
  lead: say('处室负责人', 'head of office'),
  admin: say('管理员', 'administrator'),
  operator: say('运维命令行', 'command-line tools'),
  system: say('系统自己', 'the server itself'),
}
