import { Button, type ButtonProps } from 'antd';
import { useState } from 'react';
import { Dialog } from './Dialog';

interface Props extends Omit<ButtonProps, 'onClick'> {
  question: string;
  go: string;
  back: string;
  onGo: () => void;
}

/** A button whose act is asked about once more before it is done. */
export function SureButton({ question, go, back, onGo, ...button }: Props) {
  const [asking, ask] = useState(false);
  return (
    <>
      <Button {...button} onClick={() => ask(true)} />
      {asking && (
        <Dialog
          title={question}
          onClose={() => ask(false)}
          foot={
            <>
              <Button onClick={() => ask(false)}>{back}</Button>
              <Button
                type="primary"
                danger={button.danger ?? false}
                onClick={() => {
                  ask(false);
                  onGo();
                }}
              >
                {go}
              </Button>
            </>
          }
        />
      )}
    </>
  );
}
