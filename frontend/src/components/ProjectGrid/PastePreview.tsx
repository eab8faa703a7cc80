import { Button } from 'antd';
import { Dialog } from '../Dialog';
import styles from './PastePreview.module.css';
import type { PastePlan, Said } from './pasting';

interface Props {
  plan: PastePlan;
  onPaste: () => void;
  onCancel: () => void;
}

const mostSaid = 100;
const mostShown = 6;

/** What a paste would put, before it does. */
export function PastePreview({ plan, onPaste, onCancel }: Props) {
  const failed = plan.troubles.length;
  return (
    <Dialog
      title={`将粘贴 ${plan.height} 行 ${plan.width} 列，${failed} 处无法识别`}
      width={960}
      onClose={onCancel}
      foot={
        <>
          <Button onClick={onCancel}>不粘贴</Button>
          <Button type="primary" autoFocus onClick={onPaste} disabled={plan.edits.length === 0}>
            {failed > 0 ? '粘贴其余内容' : '粘贴'}
          </Button>
        </>
      }
    >
      <ul className={styles.facts}>
        {factsOf(plan).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <div className={styles.body}>
        <SaidTable title="无法识别，保持原内容不变" list={plan.troubles} why="原因" />
        <SaidTable title="已换算或调整，请核对" list={plan.notes} why="说明" />
        <Shown plan={plan} />
      </div>
    </Dialog>
  );
}

function factsOf(plan: PastePlan): string[] {
  const facts: string[] = [];
  if (plan.headSkipped) facts.push('第一行是表头，不粘贴');
  if (plan.fresh > 0) facts.push(`现有行数不够，将新增 ${plan.fresh} 行`);
  if (plan.overwritten > 0) facts.push(`将替换 ${plan.overwritten} 格原有内容，可按 Ctrl+Z 撤销`);
  if (plan.locked > 0) facts.push(`${plan.locked} 格不可修改，保持原内容`);
  if (plan.beyondRows > 0) facts.push(`超出表格的 ${plan.beyondRows} 行不粘贴`);
  if (plan.beyondColumns > 0) facts.push(`超出表格右侧的 ${plan.beyondColumns} 列不粘贴`);
  if (plan.edits.length === 0) facts.push('没有需要改动的内容');
  return facts;
}

function SaidTable({ title, list, why }: { title: string; list: readonly Said[]; why: string }) {
  if (list.length === 0) return null;
  return (
    <section>
      <h3>
        {title}（{list.length} 处）
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">位置</th>
            <th scope="col">粘贴的内容</th>
            <th scope="col">{why}</th>
            <th scope="col">将填入</th>
          </tr>
        </thead>
        <tbody>
          {list.slice(0, mostSaid).map((said) => (
            <tr key={`${said.row} ${said.column}`}>
              <td>
                第 {said.row} 行“{said.column}”
              </td>
              <td>{said.text}</td>
              <td>{said.why}</td>
              <td>{said.put || '（空）'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {list.length > mostSaid && <p>还有 {list.length - mostSaid} 处，未逐一列出。</p>}
    </section>
  );
}

function Shown({ plan }: { plan: PastePlan }) {
  return (
    <section>
      <h3>粘贴后{plan.height > mostShown ? `（前 ${mostShown} 行）` : ''}</h3>
      <div className={styles.wide}>
        <table>
          <thead>
            <tr>
              <th scope="col">行</th>
              {plan.titles.map((title) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.shown.slice(0, mostShown).map((row) => (
              <tr key={row.row}>
                <th scope="row">
                  {row.row}
                  {row.fresh && '（新增）'}
                </th>
                {plan.titles.map((title, i) => (
                  <td key={title}>{row.cells[i]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
