import type { Shape } from '@/api/types';

export type Act = Shape<'AccountActedBody'>['action'] | 'reset_factor';

interface Words {
  name: string;
  /** What happens, and what cannot be taken back; said before it is done. */
  effects: string[];
  danger: boolean;
}

export const actWords: Record<Act, Words> = {
  disable: {
    name: '停用账号',
    effects: ['该账号立即退出，不能再登录。', '岗位保留，已办事项和审计流水不受影响；可以再启用。'],
    danger: true,
  },
  enable: {
    name: '启用账号',
    effects: ['该账号可以用原来的口令登录，停用前的岗位继续有效。'],
    danger: false,
  },
  reset_password: {
    name: '重置口令',
    effects: [
      '原口令立即作废，该账号在各处的登录全部失效，正在填写而未保存的内容会丢失。',
      '新口令只显示一次，须当面交付；首次登录必须修改。本操作不能撤回。',
    ],
    danger: true,
  },
  reset_factor: {
    name: '重置动态码',
    effects: [
      '该账号在各处的登录全部失效，以后只凭口令登录，直到本人重新设置动态码。',
      '只在本人遗失验证器时办理，请先核实身份。本操作不能撤回。',
    ],
    danger: true,
  },
};

export const levelWords: Record<Shape<'Grantable'>['levels'][number], string> = {
  PROVINCE: '省级',
  CITY: '市级',
  COUNTY: '县级',
};
