import { QRCode } from 'antd';
import type { Shape } from '@/api/types';
import styles from './FactorSecret.module.css';

/** The secret, in the one moment it is shown: as a picture to scan, and in letters to type where a camera is not allowed. */
export function FactorSecret({ drawn }: { drawn: Shape<'FactorDrawnBody'> }) {
  return (
    <div className={`${styles.secret} screen-only`}>
      {/* Readers of the screen take the letters; the picture says the same. */}
      <div aria-hidden="true">
        <QRCode type="svg" value={drawn.uri} size={200} bordered={false} />
      </div>
      <div>
        <p>用手机验证器扫描二维码，或手工填入密钥（按时间、6 位、30 秒）：</p>
        <code className={styles.letters}>{(drawn.secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
        <p className="quiet">密钥只显示这一次，不要截图或抄给他人。然后在下面填写验证器显示的动态码。</p>
      </div>
    </div>
  );
}
