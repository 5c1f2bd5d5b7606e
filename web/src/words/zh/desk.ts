export default {
  nav: {
    baskets: '任务篮',
    office: '科室在办',
    free: '待认领',
    mine: '我的',
    correction: '待补正',
    late: '将逾期',
    done: '已办',
    work: '办政策',
    policies: '政策与事项',
    import: '导入事项',
  },
  searchHint: '搜索企业、事项、受理号',
  title: { queue: '科室在办', case: '办理', policies: '政策与事项', policy: '编辑政策', import: '导入事项' },
} as const
