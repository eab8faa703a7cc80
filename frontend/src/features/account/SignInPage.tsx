import { Alert } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { SignInForm } from '@/components/SignInForm';
import styles from './SignInPage.module.css';

/** The first page: what this is, the account, and the way to the public notices for those without one. */
export function Component() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  return (
    <main className={styles.page}>
      <title>登录 · 衔接</title>
      <section className={styles.name}>
        <p className={styles.mark}>衔接</p>
        <h1>
          衔接乡村振兴集中推进区
          <br />
          申报评审与资金管理
        </h1>
        <p>县级填报 · 市级推荐 · 省级评审 · 公示立项 · 资金到项目</p>
      </section>
      <section className={styles.card} aria-label="登录">
        <h2>登录</h2>
        {isOld() && (
          <Alert
            type="warning"
            showIcon
            title="浏览器版本过低，部分页面可能显示不全。建议使用 Chromium 111 及以上内核的浏览器。"
          />
        )}
        <SignInForm
          onDone={(me) => navigate(me.mustChangePassword ? '/password' : inside(params.get('next')), { replace: true })}
        />
        <p className={styles.foot}>
          <Link to="/public">查看公示、提出异议（不需要账号）</Link>
        </p>
        <p className="quiet">忘记口令请联系本单位的系统管理员重置。</p>
      </section>
    </main>
  );
}

/** Only an address of this site is followed after signing in. */
function inside(next: string | null): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : '/';
}

function isOld(): boolean {
  return !CSS.supports('color', 'color-mix(in srgb, red, blue)');
}
