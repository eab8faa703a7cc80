/** What a step does that cannot be taken back by the one who takes it, said before it is taken. */
const said: Record<string, string> = {
  submit: '上报后申报书冻结为快照，县里不能再改动，除非上级退回补正。',
  resubmit: '再次上报后申报书冻结为新的快照，上级将看到与上一版的差异。',
  withdraw: '撤回后本件终止办理，占用的名额释放；已上报的内容仍留存备查。',
  accept: '受理后进入市级审核，收件时刻记入流转记录。',
  return: '退回后县里只能改动下面列出的内容，其余冻结；须在补正期限内再提交。',
  shortlist: '两家会签齐后即占用本市推荐名额。',
  decline: '不予推荐后本件在本批终止，不能再推荐。',
  revoke: '撤销推荐后释放本市名额，本件回到市级审核；报省后不能撤销。',
  report: '报省后申报书再次冻结，市县都不能改动；报省时刻以服务器时钟为准。',
  start: '开始形式审查后，时刻记入流转记录。',
  resupply: '补报后回到省形式审查；资金、范围和项目必须与报省时一致。',
  pass: '两厅局会签齐后进入书面评审，专家将看到现行快照。',
  disqualify: '取消资格后本年度不予安排，县里锁定；须经申辩期，两厅局先后签署。',
  close: '结束本阶段后，专家不能再改分，均分和去掉的分数记录在案。',
  lock: '锁定后成绩和名次不能再改动。',
  propose: '两厅局会签齐后列入拟立项名单。',
  reject: '两厅局会签齐后本件不予立项，在本批终止。',
  award: '两厅局会签齐后立项，奖补额按档位一次定额，资金台账随之开立。',
  reopen: '退回评审后本件退出公示名单。',
  sign: '签署后，须市级同意的变更转市级，其余即时生效为新一版规划。',
  approve: '同意后变更即时生效为新一版规划。',
};

export function consequenceOf(action: string): string {
  return said[action] ?? '办理后记入流转记录，不能撤销。';
}
