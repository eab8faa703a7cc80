import { Alert, Button } from 'antd';

interface Props {
  title: string;
  /** What of the document it touches. */
  what?: string;
  onTake: () => void;
  onDrop: () => void;
}

/** What an earlier visit left on this PC, offered again. */
export function LeftOffer({ title, what, onTake, onDrop }: Props) {
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 16 }}
      title={title}
      description={what}
      action={
        <>
          <Button type="primary" onClick={onTake}>
            接着填
          </Button>{' '}
          <Button onClick={onDrop}>不要了</Button>
        </>
      }
    />
  );
}
