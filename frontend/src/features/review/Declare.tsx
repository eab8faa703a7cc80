import { Button, Descriptions, Space } from 'antd';
import { useState } from 'react';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { Tag } from '@/components/Tag';
import { useSending } from '@/components/useSending';
import type { Detail } from './detail';
import { useReviewAct } from './queries';
import { RecuseForm } from './RecuseForm';

interface Props {
  review: Detail;
  trail: { to: string; label: string }[];
}

/** Before anything is opened: whose application it is, and the expert's word that nothing stands between them. */
export function Declare({ review, trail }: Props) {
  const act = useReviewAct();
  const [recusing, recuse] = useState(false);
  const { application: a } = review;
  const {
    busy,
    error,
    send: declare,
  } = useSending(async () => {
    await act(review, { action: 'declare' });
  });
  return (
    <>
      <PageHead title={a.title} trail={trail} aside={<Tag tone="near">{review.stateLabel}</Tag>} />
      <Panel title="回避声明">
        <Descriptions column={1} size="small">
          <Descriptions.Item label="申报编号">{a.no}</Descriptions.Item>
          <Descriptions.Item label="申报县">{`${a.city.name} ${a.county.name}`}</Descriptions.Item>
          <Descriptions.Item label="推进区">{a.title}</Descriptions.Item>
          <Descriptions.Item label="评审阶段">{review.stageLabel}</Descriptions.Item>
        </Descriptions>
        <p style={{ marginTop: 16 }}>有下列情形之一的，应当回避：</p>
        <ul>
          <li>籍贯或现任职在申报县所在的市；</li>
          <li>所在单位是申报中的责任单位、实施单位或出资单位；</li>
          <li>曾在申报县或其所属市任职；</li>
          <li>参与过该申报的编制、咨询，或有其他可能影响公正的关系。</li>
        </ul>
        <p>声明之后才打开申报材料和评分表；声明的时间留存备查。</p>
        <RefusalNote error={error} />
        <Space style={{ marginTop: 16 }}>
          <Button onClick={() => recuse(true)}>有以上情形，申请回避</Button>
          <Button type="primary" loading={busy} onClick={declare}>
            声明没有以上情形，打开材料
          </Button>
        </Space>
      </Panel>
      {recusing && <RecuseForm task={review} onClose={() => recuse(false)} onDone={() => recuse(false)} />}
    </>
  );
}
