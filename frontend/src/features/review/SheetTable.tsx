import { PaperTable } from '@/components/PaperTable';
import { fixedPoints, plainPoints } from '@/lib/points';
import { itemsOf, type Rubric, type Sheet, totalOf } from './rubric';
import styles from './SheetTable.module.css';

/** A whole sheet to be read: every item with its points and reason, the vetoes, the comment. */
export function SheetTable({ rubric, sheet }: { rubric: Rubric; sheet: Sheet }) {
  const ticked = rubric.vetoes.filter((v) => v.code in sheet.vetoes);
  return (
    <>
      <PaperTable>
        <thead>
          <tr>
            <th>维度</th>
            <th>评分项</th>
            <th className="number">满分</th>
            <th className="number">得分</th>
            <th style={{ width: '34%' }}>理由</th>
          </tr>
        </thead>
        <tbody>
          {rubric.dimensions.map((d) =>
            d.items.map((item, i) => {
              const p = sheet.scores[item.code];
              return (
                <tr key={item.code}>
                  {i === 0 && (
                    <th rowSpan={d.items.length} scope="rowgroup">
                      {d.name}（{d.weight}）
                    </th>
                  )}
                  <td>{item.name}</td>
                  <td className="number">{item.max}</td>
                  <td className="number">{p === undefined ? '未打分' : fixedPoints(plainPoints(p))}</td>
                  <td>{sheet.reasons[item.code]}</td>
                </tr>
              );
            }),
          )}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={3}>总分</th>
            <td className="number">{fixedPoints(plainPoints(totalOf(itemsOf(rubric), sheet)))}</td>
            <td />
          </tr>
        </tfoot>
      </PaperTable>
      {rubric.vetoes.length > 0 && (
        <p className={styles.line}>
          一票否决：
          {ticked.length === 0
            ? '没有勾选'
            : ticked.map((v) => `${v.name}（${sheet.vetoes[v.code] || '未写依据'}）`).join('；')}
        </p>
      )}
      <p className={styles.line}>总体意见：{sheet.comment || '（没有填写）'}</p>
    </>
  );
}
