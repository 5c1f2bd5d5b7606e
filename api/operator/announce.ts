import { signInsOf } from './sign-ins.ts'

/** Prints the address and, for a demo, one sign-in for each audience that has pages. */
export function announce(folder: string, port: number): void {
  const lines = ['', `龙城亲清在线 已启动 · Longcheng Qinqing Online is running`, `  http://127.0.0.1:${port}/`, '']
  for (const { audience, username, password, home } of signInsOf(folder)) lines.push(`  ${audience}  用户名 ${username}  密码 ${password}  → ${home}`)
  lines.push('', '按 Ctrl-C 停止，数据都保存着 · Ctrl-C stops; everything is kept', '')
  process.stdout.write(lines.join('\n'))
}
