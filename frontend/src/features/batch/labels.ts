import type { Move } from './queries';

/** What follows from a step of a batch; its name comes from the server. */
export const consequences: Record<Move, string> = {
  publish: '发布后政策包锁定，再改须以新文号发布新版。',
  open: '各县可以开始填报和上报。',
  close_collection: '不再接收市报省，转入评审；没有报省的申报不再参加本批。',
  conclude: '本批评审结束，不再公示和立项。',
};

export const regionClasses: Record<string, string> = { EAST: '东部', CENTRAL: '中部', WEST: '西部' };

export const programmes: Record<string, string> = {
  FIRST_BATCH_ZONE: '首批衔接推进区',
  RURAL_REFORM_PILOT: '农村综合性改革试点',
  PASTORAL_COMPLEX: '田园综合体试点',
  LOTTERY_OLD_AREA_DEMO: '彩票公益金支持革命老区示范区',
  QILU_MODEL_DEMO: '齐鲁样板省级示范区',
};

export const scopes: Record<string, string> = { VILLAGE: '村', TOWN: '乡镇', COUNTY: '县' };
