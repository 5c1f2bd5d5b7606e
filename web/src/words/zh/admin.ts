export default {
  nav: { home: '今天的事' },
  searchHint: '搜索人员、单位、事项',
  title: { home: '管理' },
} as const
