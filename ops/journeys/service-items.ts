import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A small file as a city hands it in: one good row, and one whose limit nobody can read. */
export function serviceItemsFile(folder: string, title: string): string {
  const row = {
    TASK_CODE: 'EXAMPLE-2026-0001', TASK_NAME: title, DEPT_NAME: '示例省工业和信息化厅', TASK_TYPE_TEXT: '行政奖励', AREA_CODE_TEXT: '示例省', handle_time: '15(工作日)',
    handle_time_limit: '15(工作日)', accept_standard: '无', consult_phone: '0772-2800201', theme_category: ['其他'], service_object_name: ['企业法人'],
    material_intro: ['车间数据接入说明'],
  }
  const path = join(folder, 'service-items.json')
  writeFileSync(path, JSON.stringify([row, { ...row, TASK_CODE: 'EXAMPLE-2026-0002', handle_time: '很快', handle_time_limit: '很快' }]))
  return path
}
