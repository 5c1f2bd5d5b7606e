export default {
  nav: { home: '首页', applications: '我的申请', policies: '找政策' },
  searchHint: '搜政策、申请、部门',
  title: { home: '首页', applications: '我的申请', policies: '找政策', application: '申请', form: '填写申请', policy: '政策', signIn: '登录' },
} as const
