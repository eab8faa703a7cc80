import type { Sections } from '@/api/draft';
import type { Lock } from '../draft/lock';
import { DayField } from '../fields/DayField';
import styles from '../fields/Field.module.css';
import { FlagField } from '../fields/FlagField';
import { NamesField } from '../fields/NamesField';
import { NumberField } from '../fields/NumberField';
import { TextField } from '../fields/TextField';

type Value = Sections['mechanism'];

interface Props {
  value: Value;
  lock: Lock;
  onChange: (value: Value, field: string) => void;
}

/** 组织机制、土地保障、群众意见征求: one section of the draft. */
export function MechanismFields({ value, lock, onChange }: Props) {
  const { mechanism, landGuarantee, publicConsultation } = value;
  const m = (field: keyof Value['mechanism']) => ({
    pointer: `/mechanism/${field}`,
    lock: lock('mechanism', '', `mechanism.${field}`),
  });
  const land = (field: keyof Value['landGuarantee']) => ({
    pointer: `/landGuarantee/${field}`,
    lock: lock('mechanism', '', `landGuarantee.${field}`),
  });
  const heard = (field: keyof Value['publicConsultation']) => ({
    pointer: `/publicConsultation/${field}`,
    lock: lock('mechanism', '', `publicConsultation.${field}`),
  });
  const put = (to: Partial<Value['mechanism']>) =>
    onChange({ ...value, mechanism: { ...mechanism, ...to } }, Object.keys(to).join());
  const putLand = (to: Partial<Value['landGuarantee']>) =>
    onChange({ ...value, landGuarantee: { ...landGuarantee, ...to } }, Object.keys(to).join());
  const putHeard = (to: Partial<Value['publicConsultation']>) =>
    onChange({ ...value, publicConsultation: { ...publicConsultation, ...to } }, Object.keys(to).join());
  return (
    <div className={styles.grid}>
      <FlagField
        {...m('principalLeadersStudied')}
        label="党委政府主要负责同志研究部署"
        value={mechanism.principalLeadersStudied}
        onChange={(principalLeadersStudied) => put({ principalLeadersStudied })}
      />
      <DayField
        {...m('studyDate')}
        label="研究部署日期"
        value={mechanism.studyDate}
        onChange={(studyDate) => put({ studyDate })}
      />
      <TextField
        {...m('leadLeaderPost')}
        label="分管领导职务"
        hint="写职务，不写姓名"
        value={mechanism.leadLeaderPost}
        onChange={(leadLeaderPost) => put({ leadLeaderPost })}
      />
      <FlagField
        {...m('coordinationMechanism')}
        label="协调机制"
        value={mechanism.coordinationMechanism}
        onChange={(coordinationMechanism) => put({ coordinationMechanism })}
      />
      <FlagField
        {...m('workTeam')}
        label="工作专班"
        value={mechanism.workTeam}
        onChange={(workTeam) => put({ workTeam })}
      />
      <TextField
        {...m('workTeamDocNo')}
        label="工作专班文号"
        value={mechanism.workTeamDocNo}
        onChange={(workTeamDocNo) => put({ workTeamDocNo })}
      />
      <NamesField
        wide
        {...m('leadDepartments')}
        label="牵头部门"
        value={mechanism.leadDepartments}
        onChange={(leadDepartments) => put({ leadDepartments })}
      />
      <FlagField
        {...land('committed')}
        label="土地指标优先保障承诺"
        value={landGuarantee.committed}
        onChange={(committed) => putLand({ committed })}
      />
      <NumberField
        kind="area"
        {...land('quotaMu')}
        label="土地指标"
        unit="亩"
        value={landGuarantee.quotaMu}
        onChange={(quotaMu) => putLand({ quotaMu })}
      />
      <NumberField
        kind="count"
        {...heard('villagesConsulted')}
        label="征求意见村数"
        unit="个"
        value={publicConsultation.villagesConsulted}
        onChange={(villagesConsulted) => putHeard({ villagesConsulted })}
      />
      <NumberField
        kind="count"
        {...heard('meetings')}
        label="会议次数"
        unit="次"
        value={publicConsultation.meetings}
        onChange={(meetings) => putHeard({ meetings })}
      />
      <TextField
        wide
        long
        max={5000}
        {...heard('summary')}
        label="群众意见综述"
        value={publicConsultation.summary}
        onChange={(summary) => putHeard({ summary })}
      />
    </div>
  );
}
