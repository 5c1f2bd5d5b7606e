export default {
  import: {
    title: '导入事项',
    count_other: '已导入 {{count}} 项',
    copy: '复制命令',
    copied: '已复制',
    steps: {
      where: '把文件路径换成自己的清单；系统正在运行时也可以导入，新草稿马上出现在下面。',
      office: '命令里的 --office 让草稿归到{{office}}；不写时归到负责综合受理的处室，由那里的政策编辑打开。',
      official: '这条命令导入的内容标为样例；是正式内容时，在命令后面加上 --official。',
    },
    list: '导入的政策，最近改动的在前',
    authority: '原实施部门',
    faults: '还差什么',
    fine: '已齐全',
    more_other: '，还有 {{count}} 处',
    at: '时间',
    none: '本处室还没有导入的事项',
    noneHow: '从上面选一个文件导入，归到本处室的草稿会自己出现在这里，不用刷新。',
  },
} as const
