import { Descriptions, type TableColumnsType } from 'antd';
import { Link, useParams } from 'react-router';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { Money } from '@/components/Money';
import { PagedTable } from '@/components/PagedTable';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { verdictOf } from '@/components/verdict';
import { isObject, type Json, type JsonObject } from '@/lib/json';
import { showTime } from '@/lib/time';
import { parts } from './fields';
import { useSimulation } from './queries';
import { show } from './show';

type Case = Shape<'SimulatedCase'>;

const columns: TableColumnsType<Case> = [
  { key: 'no', title: '申报编号', render: (_, c) => <Link to={`/applications/${c.applicationId}`}>{c.no}</Link> },
  { key: 'county', title: '县（市、区）', render: (_, c) => `${c.city} ${c.county}` },
  { key: 'before', title: '现行', render: (_, c) => <Passes yes={c.passesBefore} /> },
  { key: 'after', title: '改动后', render: (_, c) => <Passes yes={c.passesAfter} /> },
  { key: 'amountBefore', title: '现行奖补额（万元）', align: 'right', render: (_, c) => <Money of={c.amountBefore} /> },
  { key: 'amountAfter', title: '改动后奖补额（万元）', align: 'right', render: (_, c) => <Money of={c.amountAfter} /> },
  { key: 'flips', title: '判定有变的规则', render: (_, c) => <Flips of={c} /> },
];

/** What would change, application by application. */
export function Component() {
  const { id = '', simulationId = '' } = useParams();
  const simulation = useSimulation(simulationId);
  if (simulation.error) return <PageRefusal error={simulation.error} />;
  if (!simulation.data) return <Loading />;
  const s = simulation.data;
  return (
    <>
      <PageHead
        title={s.title}
        trail={[{ to: `/batches/${id}/simulations`, label: '政策推演' }]}
        aside={<Tag tone="near">{s.mark}：不是审查结论</Tag>}
      />
      <Panel title="合计">
        <Descriptions column={2}>
          <Descriptions.Item label="所据政策包">
            第 {s.packVersion} 版　{s.packDocNo}
          </Descriptions.Item>
          <Descriptions.Item label="读取定稿的时刻">{showTime(s.takenAt)}</Descriptions.Item>
          <Descriptions.Item label="现行参数">
            {s.before.passing} 件通过，奖补额合计 <Money of={s.before.provincial} /> 万元
          </Descriptions.Item>
          <Descriptions.Item label="改动后">
            {s.after.passing} 件通过，奖补额合计 <Money of={s.after.provincial} /> 万元
          </Descriptions.Item>
        </Descriptions>
        <h3>改动的参数</h3>
        <ul>
          {changes(s.params as JsonObject).map((c) => (
            <li key={c}>{c}</li>
          ))}
        </ul>
      </Panel>
      <Panel title="逐件结果">
        <PagedTable<Case>
          aria-label="逐件结果"
          size="middle"
          rowKey="applicationId"
          columns={columns}
          rows={s.applications}
          counted="件"
          locale={{ emptyText: <Empty what="本批还没有定稿的申报" next="县级提交上报后再推演" /> }}
        />
      </Panel>
    </>
  );
}

function Passes({ yes }: { yes: boolean }) {
  return <Tag tone={yes ? 'good' : 'bad'}>{yes ? '通过' : '不通过'}</Tag>;
}

function Flips({ of }: { of: Case }) {
  if (of.flips.length === 0) return <span className="quiet">没有变化</span>;
  return of.flips.map((f) => (
    <div key={f.rule}>
      {f.rule} {f.name}：{verdictOf(f.from).word}（{f.figureBefore}）→ {verdictOf(f.to).word}（{f.figureAfter}）
    </div>
  ));
}

const fields = new Map(parts.flatMap((p) => p.fields.map((f) => [f.path, f])));

/** A merge patch of the parameters in words, a line each. */
function changes(patch: JsonObject, above = 'params'): string[] {
  return Object.entries(patch).flatMap(([key, value]: [string, Json]) => {
    const path = `${above}.${key}`;
    const field = fields.get(path);
    if (field) return [`${field.label} 改为 ${show(field, value)}`];
    return isObject(value) ? changes(value, path) : [`${path.replace(/^params\./, '')} 改为 ${JSON.stringify(value)}`];
  });
}
