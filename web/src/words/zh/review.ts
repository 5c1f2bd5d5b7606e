export default {
  handOver: {
    act: '转办', title: '把{{who}}的申请转给谁？', titleMany_other: '把 {{count}} 件转给谁？', to: '转给', none: '本处室现在没有别的审核人员', load_other: '手上 {{count}} 件', noTo: '请选一位同事',
    reason: '为什么转', hint: '例如：下周出差，请接着办', told: '{{who}}会收到提醒，这件会在他的“我的”里', inside: '理由只有本处室看得到；企业只看到换了人', then: '转给本处室的同事',
  },
  giveBack: {
    act: '退回', title: '退回{{who}}的申请', titleMany_other: '退回 {{count}} 件', to: '退到哪里', pool: '待认领，谁都可以接', colleague: '交还给{{who}}', reason: '为什么退回', hint: '例如：不熟悉这个事项', kept: '您写的意见和判断都保留',
    then: '写明理由，放回“待认领”或交还给转来的同事',
  },
  takeOver: { act: '接手', back: '拿回', title: '从{{who}}手上接过来？', told: '{{who}}会看到由您接手', rest: '他写的判断保留，没有写完的意见仍在他那里', then: '现在由{{who}}在办' },
  lapse: {
    act: '终止', title: '逾期未补正，终止{{who}}的申请？', reason: '写给企业的理由', hint: '例如：已过补正期限三个工作日，电话提醒后仍没有交回', passed: '补正期限 {{at}} 已过，企业还没有交回', again: '企业备齐以后可以重新申请',
    then: '补正期限已过，可以终止办理', still: '企业在您终止之前还可以交回',
  },
  short: '请写清理由，至少 {{count}} 个字',
  kept: '您写的内容还在。',
  casefile: {
    title: '备注与交接', inside: '只有本处室看得到', none: '还没有备注', write: '写一条备注', hint: '电话问过谁、查过什么、要留意什么', add: '记下', placeOf: '备注', handed: '{{who}} 转给{{to}}', back: '{{who}} 交还给{{to}}', returned: '{{who}} 退回待认领',
    noted: '{{who}}', late: '{{who}} 补提了新的补正要求', reviewed: '{{who}} 已查看',
  },
  flag: {
    title: '二次补正提了新要求', says: '{{who}} {{at}} 提出了第一次就能看到的内容。理由：{{reason}}', settled: '{{who}}已查看：{{finding}}', settle: '已查看', finding: '处理意见', hint: '例如：已提醒经办人一次性告知', waits: '等处室负责人查看',
  },
  late: {
    warn_other: '有 {{count}} 项是第一次就能看到、上次没有要求的。一次性告知是规定：现在提出会提醒处室负责人。', reason: '为什么现在才提', hint: '例如：第一次漏看了这一栏', short: '请说明为什么现在才提，至少 5 个字', mark: '上次没有要求',
  },
  cite: { title: '依据的文件和条款', hint: '例如：《柳州市示例管理办法》第十二条', help: '这个事项没有录入条款，请写明依据；企业会看到。', text: '条款原文（可以不填）', none: '请写明依据的文件和条款' },
  earlier: '补正前的判断',
  system: { met: '系统：符合', failed: '系统：不符合', unknown: '系统：未知' },
  past: {
    act: '回看', leave: '回到现在', at: '{{at}} 的样子', label: '回看到哪一刻', loading: '正在取出当时的样子', none: '那时还看不到这件申请', step: '第 {{at}} 步，共 {{of}} 步', before: '上一步', after: '下一步',
  },
  presence: { one: '{{who}}正在查看', many: '{{who}}等 {{count}} 人正在查看' },
  print: { act: '打印案卷', title: '打印案卷', notes: '连同备注与交接（内部资料，不要给企业）', go: '打印', all: '事实、材料清单、条款判定、金额、填报内容、补正、时间线、决定都会打印。' },
  mark: { row: '选中{{who}}的申请', all: '全部选中', count_other: '已选 {{count}} 件', claim_other: '认领 {{count}} 件', clear: '取消选择', key: '选中', done_other: '{{count}} 件办成了', refused_other: '{{count}} 件没有办成：', doing: '{{at}} / {{of}}', close: '知道了' },
  filters: { title: '我的筛选', save: '存为筛选', name: '给这个筛选起个名', add: '保存', remove: '删除这个筛选', full: '最多存 20 个筛选，请先删去一些', placeholder: '例如：设备补助 等补正' },
  reminders: { title: '提醒', gone_other: '{{who}}已不在本处室，手上还有 {{count}} 件', move: '全部转办', back: '全部退回待认领', moved: '人员离开' },
  overtaken: {
    yours: '这件现在由您办，在您的“我的”里。',
    CaseTakenOver: '这件现在由他在办。', CaseHandedOver: '这件已经转给同事。', CaseReturned: '这件已经退回待认领。', CaseGivenBack: '这件已经交还给原来的同事。', CaseClaimed: '这件现在由他在办。', ApplicationLapsed: '这件已经终止，不用再办。',
  },
  event: {
    CaseTakenOver: '接手办理', CaseHandedOver: '转办', CaseReturned: '退回，等待认领', CaseGivenBack: '交还原来的同事', ApplicationLapsed: '逾期未补正，终止办理',
  },
  gone: { CaseTakenOver: '{{who}}已接手', CaseHandedOver: '{{who}}已转办', CaseReturned: '{{who}}已退回', CaseGivenBack: '{{who}}已交还', ApplicationLapsed: '{{who}}已终止' },
  onPaper: '打印结果通知',
  lapsedAt: '企业没有在补正期限内交回，{{who}} {{at}} 终止办理',
  from: '{{who}}转来',
} as const
