import { type Patch, patched } from './patched.ts';

const nonce = `document.querySelector('meta[name="csp-nonce"]')?.content`;

const patches: Patch[] = [
  {
    // Scroll bars and the lock beneath a dialog write a <style> without passing the nonce on. Whatever is not told takes the page's.
    file: '@rc-component/util/es/Dom/dynamicCSS.js',
    changes: [
      ['if (csp?.nonce) {', `if (csp?.nonce ?? ${nonce}) {`],
      ['nonce = csp?.nonce;', `nonce = csp?.nonce ?? ${nonce};`],
    ],
  },
  {
    // A text that grows measures itself with a style attribute, which the policy refuses where the same by script is allowed; and the
    // field it measures with, hidden from readers of the screen, could be reached by Tab.
    file: '@rc-component/input/es/calculateNodeHeight.js',
    changes: [
      ["setAttribute('tab-index', '-1')", "setAttribute('tabindex', '-1')"],
      ["setAttribute('style', ", 'style.cssText = ('],
    ],
  },
];

/** Makes antd keep our content policy. */
export const strictAntd = () => patched('strict-antd', patches);
