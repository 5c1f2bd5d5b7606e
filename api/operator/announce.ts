import { signInsOf } from './sign-ins.ts'

/** Prints the address and how one comes in: one sign-in for each audience of a demo, or the link that makes a city's first administrator. */
export function announce(folder: string, port: number, beginning: string | null): void {
  const address = `http://127.0.0.1:${port}/`
  const lines = ['', `龙城亲清在线 已启动 · Longcheng Qinqing Online is running`, `  ${address}`, '']
  for (const { audience, username, password, home } of signInsOf(folder)) lines.push(`  ${audience}  用户名 ${username}  密码 ${password}  → ${home}`)
  if (beginning) {
    lines.push(
      '  还没有管理员。请在这台机器上打开下面的链接，设立第一位管理员；只能用一次，24 小时内有效，重新启动会换一个',
      '  There is no administrator yet. Open this link on this machine to become the first; it works once, within 24 hours, and a restart makes another',
      `  ${address}begin#${beginning}`,
    )
  }
  lines.push('', '按 Ctrl-C 停止，数据都保存着 · Ctrl-C stops; everything is kept', '')
  process.stdout.write(lines.join('\n'))
}
