/** What people of the demo write. */
export const opinions = [
  '材料齐全，条件逐条核对无误，同意。', '经核对相关部门数据，符合条件，同意。', '企业所报情况属实，同意按规定办理。', '资料完整，符合政策规定，予以通过。', '已电话核实，情况属实，同意。',
]
export const judgements = ['已核对企业提供的证明材料，予以认可。', '已向数据来源部门电话核实，符合要求。', '企业补充的凭证可以证明，认定为符合。']
export const refusals = ['经核对，贵企业目前不满足这一条的要求，具备条件后可以再次申请。', '根据相关部门数据，这一条不符合，暂不能予以支持。']
export const standardRefusals = ['所报事项不在受理范围内，请按受理标准选择对应事项办理。', '现有材料不能说明符合受理标准，请准备齐全后再次申请。']
export const withdrawals = ['项目计划调整，暂不申请。', '填报有误，准备重新申请。', '材料还没有准备好，先撤回。', '改为申请另一事项。']
export const papersWanted = ['扫描件看不清，请重新扫描后上传', '缺少公章，请盖章后重新上传', '内容和申请事项对不上，请核对后重新上传', '日期已过有效期，请上传最新的一份']
export const phoneWanted = '这个电话打不通，请核对联系人电话'
export const explanationWanted = '请用文字说明本次申请的主要内容和经办人授权情况'
export const explanations = ['已重新上传，请查收。', '由本单位行政部经办，法定代表人已授权，情况属实。', '已按要求修改，谢谢指正。']
export const fresh = '（补正件）'
