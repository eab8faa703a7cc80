import { describe, expect, it } from 'vitest';
import { actorOf, aroundOf, moved, pathOf, streamName } from './stream';

describe('a stream', () => {
  it.each([
    ['application/x', '370686-01 栖霞市推进区', '申报 370686-01 栖霞市推进区'],
    ['notice/gone', '', '公示 gone'],
    ['audit/all', '', '核验记录'],
    ['strange/x', '', 'strange x'],
  ])('%s is called by what it is about', (stream, title, name) => expect(streamName(stream, title)).toBe(name));

  it('has an address, and so has each of its entries', () => {
    expect(pathOf('fund/x')).toBe('/audit/fund/x');
    expect(pathOf('fund/x', 3)).toBe('/audit/fund/x/3');
  });

  it('is shown from the entry before a place', () => {
    expect(aroundOf({ stream: 'fund/x', seq: 5 })).toBe('/audit/fund/x?after=3');
    expect(aroundOf({ stream: 'fund/x', seq: 1 })).toBe('/audit/fund/x?after=0');
  });
});

describe('an entry', () => {
  const by = {
    actor: '省审计厅审计员',
    action: 'verify',
    role: 'auditor',
    roleLabel: '审计纪检',
    regionName: '山东省',
  };
  it('says who acted in which post', () => expect(actorOf(by)).toBe('省审计厅审计员（山东省 审计纪检）'));
  it('does not take the place of a granted post for the actor’s', () =>
    expect(actorOf({ ...by, role: '', roleLabel: '', regionName: '栖霞市' })).toBe('省审计厅审计员'));
  it('knows nobody behind a failed attempt', () =>
    expect(actorOf({ ...by, actor: '', role: '', roleLabel: '' })).toBe('未确认身份的人'));
  it('knows the machine', () => expect(actorOf({ ...by, actor: '', role: 'system' })).toBe('系统'));

  it.each([
    [{ from: '', to: '', fromLabel: '', toLabel: '' }, ''],
    [{ from: 'DRAFT', to: 'DRAFT', fromLabel: '草稿', toLabel: '草稿' }, ''],
    [{ from: '', to: 'OPEN', fromLabel: '', toLabel: '公示中' }, '公示中'],
    [{ from: 'DRAFT', to: 'SUBMITTED', fromLabel: '草稿', toLabel: '已上报市' }, '草稿 → 已上报市'],
  ])('says where it went: %j', (e, said) => expect(moved(e)).toBe(said));
});
