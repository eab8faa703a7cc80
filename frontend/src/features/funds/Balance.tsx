import { Alert } from 'antd';
import type { Shape } from '@/api/types';
import { type Fen, fenOf, sumFen, wan } from '@/lib/money';
import { layerLabels, layers } from './labels';

/** Says whether lines and projects come to the totals, layer by layer; where not, by how much. */
export function Balance({ of }: { of: Shape<'FundAccount'> }) {
  const wrong = layers.flatMap((layer) => {
    const total = fenOf(of.total[layer]) ?? 0n;
    const rows = sumFen(of.lines.map((l) => fenOf(l[layer]) ?? 0n));
    const columns = sumFen(of.projects.map((p) => fenOf(p[layer]) ?? 0n));
    return [
      off(`${layerLabels[layer]}各来源合计`, rows, total),
      off(`${layerLabels[layer]}各项目合计`, columns, total),
    ].filter((t) => t !== '');
  });
  if (wrong.length === 0)
    return (
      <Alert
        type="success"
        showIcon
        title={`五层行列合计对平，规划层与批准的规划第 ${of.plan} 版一致。`}
        style={{ marginBottom: 16 }}
      />
    );
  return (
    <Alert
      type="error"
      showIcon
      title="行列合计不平"
      description={wrong.map((w) => <div key={w}>{w}</div>)}
      style={{ marginBottom: 16 }}
    />
  );
}

function off(what: string, sum: Fen, total: Fen): string {
  return sum === total ? '' : `${what} ${wan(sum)}，总计 ${wan(total)}，差 ${wan(sum - total)}`;
}
