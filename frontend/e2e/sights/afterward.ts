import { aChange, unbalanced } from './change';
import { ofZone } from './places';
import type { Sight } from './sight';

/** What departments confirm, and what changes after the award. */
export const afterwardSights: Sight[] = [
  {
    name: '确认情况-部门',
    login: '370686-bm',
    path: (c) => ofZone(c, '370686', '-LX', '/confirmations'),
    weight: 'work',
  },
  { name: '确认情况-市', login: '370600-cz', path: (c) => ofZone(c, '370683', '-LX', '/confirmations') },
  { name: '确认情况-到位', login: '370686-bm', path: (c) => ofZone(c, '370686', '-02', '/confirmations') },
  {
    name: '确认情况-空白',
    login: '370686-tb',
    path: (c) => ofZone(c, '370686', '-LX', '/confirmations'),
    filling: 'bare',
  },
  { name: '项目变更-没有', login: '371300-sh', path: (c) => ofZone(c, '371326', '-02', '/changes') },
  {
    name: '项目变更-提出',
    login: '370686-tb',
    path: (c) => ofZone(c, '370686', '-02', '/changes/new'),
    weight: 'work',
  },
  {
    name: '项目变更-不能提出',
    login: '370686-tb',
    path: (c) => ofZone(c, '370686', '-02', '/changes/new'),
    reach: unbalanced,
  },
  { name: '项目变更-一项', login: '370686-tb', path: aChange, weight: 'work' },
  { name: '项目变更', login: '370600-sh', path: (c) => ofZone(c, '370686', '-02', '/changes') },
];
