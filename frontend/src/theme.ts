import type { ThemeConfig } from 'antd';

/** A finger needs more room than a mouse. */
const touched = matchMedia('(pointer: coarse)').matches;

/** Every colour, size and distance of the web. Nothing elsewhere names a colour or a font size. */
export const tokens = {
  // One deep blue for action; red only for what breaks a rule and the head of official papers; amber near a limit; green passed.
  blue: '#17498c',
  blueDeep: '#0f3467',
  blueSoft: '#e9f0f9',
  red: '#b3261e',
  redSoft: '#fdeceb',
  amber: '#7d4e00',
  amberSoft: '#fff3d6',
  green: '#1c6b3c',
  greenSoft: '#e6f4eb',
  ink: '#1d2530',
  inkSoft: '#4a5566',
  line: '#d5dbe4',
  lineSoft: '#e8ecf2',
  ground: '#f3f5f8',
  paper: '#ffffff',
  focus: '#0b62d6',
  sizeSmall: '14px',
  size: '15px',
  sizeLarge: '17px',
  sizeTitle: '21px',
  sizeFigure: '26px',
  sizeBanner: '34px',
  // Official papers, GB/T 9704-2012: text 三号; the rest of the sheet is measured by its own text, so that it may stand smaller on a screen.
  sizeSheet: '18px',
  sizeSheetFull: '16pt',
  sizeSheetHead: '1.875em',
  sizeSheetTitle: '1.375em',
  sizeSheetTable: '0.75em',
  step: '8px',
  control: touched ? '44px' : '36px',
  radius: '6px',
  sans: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif',
  fangsong: '"FangSong_GB2312", "FangSong", "STFangsong", "Noto Serif CJK SC", serif',
  hei: '"SimHei", "STHeiti", "Noto Sans CJK SC", sans-serif',
  song: '"FZXiaoBiaoSong-B05S", "STSong", "SimSun", "Noto Serif CJK SC", serif',
} as const;

/** Puts the tokens on the page as CSS variables, blueDeep as --x-blue-deep. */
export function paintTokens(root: HTMLElement) {
  for (const [name, value] of Object.entries(tokens)) {
    root.style.setProperty(`--x-${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, value);
  }
}

export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: tokens.blue,
    colorLink: tokens.blue,
    colorLinkHover: tokens.blueDeep,
    colorInfo: tokens.blue,
    colorError: tokens.red,
    colorErrorBg: tokens.redSoft,
    colorErrorBorder: tokens.red,
    colorWarning: tokens.amber,
    colorWarningBg: tokens.amberSoft,
    colorWarningBorder: tokens.amber,
    colorSuccess: tokens.green,
    colorSuccessBg: tokens.greenSoft,
    colorSuccessBorder: tokens.green,
    colorInfoBg: tokens.blueSoft,
    colorInfoBorder: tokens.blue,
    colorText: tokens.ink,
    colorTextSecondary: tokens.inkSoft,
    colorTextTertiary: tokens.inkSoft,
    colorTextDescription: tokens.inkSoft,
    colorTextPlaceholder: '#667085',
    colorTextDisabled: '#5b6675',
    colorBorder: '#9aa5b5',
    colorBorderSecondary: tokens.line,
    colorBgLayout: tokens.ground,
    fontFamily: tokens.sans,
    fontSize: 15,
    lineHeight: 1.6,
    ...(touched ? { controlHeight: 44, controlHeightSM: 44 } : { controlHeight: 36 }),
    borderRadius: 6,
    motion: false,
    wireframe: false,
  },
  components: {
    Table: {
      cellPaddingBlock: 8,
      cellPaddingInline: 12,
      headerBg: '#eef2f7',
      headerColor: tokens.ink,
      rowHoverBg: '#f6f9fd',
      rowSelectedBg: tokens.blueSoft,
      rowSelectedHoverBg: tokens.blueSoft,
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Card: { headerFontSize: 17 },
    Descriptions: { labelColor: tokens.inkSoft },
  },
};
