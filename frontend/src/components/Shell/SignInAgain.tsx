import { Dialog } from '../Dialog';
import { SignInForm } from '../SignInForm';

/** The session ended while a page was open: the password is asked on the spot, and what was typed stays. */
export function SignInAgain({ login, onDone }: { login: string; onDone: () => void }) {
  return (
    <Dialog title="登录已到时，请重新登录">
      <p>本页已填写的内容还在，登录后接着办。</p>
      <SignInForm login={login} onDone={onDone} />
    </Dialog>
  );
}
