import type { ThemeConfig } from 'antd'

export type Mode = 'light' | 'dark'

/** Reading in the portal is roomy, work on the desk is dense. */
export type Density = 'portal' | 'desk'

/** Every colour of the product under one set of names; theme.css declares the same values, and a spec compares the two. */
export const colours = {
  light: {
    brand: '#0c757f', 'brand-strong': '#0a5f67', 'brand-soft': '#e6f3f3', 'brand-line': '#b5dadc',
    link: '#1b5fc1',
    money: '#9a6412', 'money-soft': '#fdf4e1',
    ok: '#1b7543', 'ok-soft': '#e6f4ec', warn: '#a85d00', 'warn-soft': '#fff3df', bad: '#b83232', 'bad-soft': '#fcebea',
    info: '#40566b', 'info-soft': '#edf1f5',
    ink: '#14202b', 'ink-2': '#465664', 'ink-3': '#5f6d7a', line: '#e2e8ec', ground: '#f4f7f8', card: '#ffffff',
  },
  dark: {
    brand: '#3cb7bf', 'brand-strong': '#7bd3d8', 'brand-soft': '#12323a', 'brand-line': '#1f4a53',
    link: '#7fb2f5',
    money: '#e7b55e', 'money-soft': '#33280f',
    ok: '#58c98a', 'ok-soft': '#10301f', warn: '#f0a948', 'warn-soft': '#35260d', bad: '#f07f78', 'bad-soft': '#3a1716',
    info: '#9fb3c4', 'info-soft': '#172a35',
    ink: '#e9f1f3', 'ink-2': '#b2c3ca', 'ink-3': '#83979f', line: '#1f3640', ground: '#0a171d', card: '#10232b',
  },
} as const satisfies Record<Mode, Record<string, string>>

const fonts =
  '"PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", system-ui, sans-serif'

const sizes = {
  portal: { fontSize: 16, lineHeight: 26 / 16, controlHeight: 44 },
  desk: { fontSize: 14, lineHeight: 22 / 14, controlHeight: 36 },
} as const satisfies Record<Density, object>

const shadow = '0 1px 2px rgb(20 32 43 / 6%), 0 4px 16px rgb(20 32 43 / 5%)'

/** What floats above the page casts the same soft shadow, only deep enough to be told apart from what lies under it. */
const floating = '0 2px 6px rgb(20 32 43 / 8%), 0 12px 32px rgb(20 32 43 / 14%)'

/** The same names in antd's language. */
export function antdTheme(mode: Mode, density: Density): ThemeConfig {
  const c = colours[mode]
  return {
    token: {
      colorPrimary: c.brand,
      colorPrimaryHover: c['brand-strong'],
      colorPrimaryActive: c['brand-strong'],
      colorPrimaryBg: c['brand-soft'],
      colorPrimaryBgHover: c['brand-soft'],
      colorPrimaryBorder: c['brand-line'],
      colorLink: c.link,
      colorLinkHover: c.link,
      colorInfo: c.info,
      colorSuccess: c.ok,
      colorSuccessBg: c['ok-soft'],
      colorWarning: c.warn,
      colorWarningBg: c['warn-soft'],
      colorError: c.bad,
      colorErrorBg: c['bad-soft'],
      colorText: c.ink,
      colorTextSecondary: c['ink-2'],
      colorTextTertiary: c['ink-2'],
      colorTextPlaceholder: c['ink-3'],
      colorTextDescription: c['ink-2'],
      colorTextDisabled: c['ink-3'],
      colorTextLightSolid: c.card,
      colorBgLayout: c.ground,
      colorBgContainer: c.card,
      colorBgElevated: c.card,
      colorBorder: c['ink-3'],
      colorBorderSecondary: c.line,
      colorSplit: c.line,
      borderRadius: 8,
      borderRadiusLG: 8,
      borderRadiusSM: 6,
      fontFamily: fonts,
      ...sizes[density],
      boxShadow: floating,
      boxShadowSecondary: floating,
      boxShadowTertiary: mode === 'light' ? shadow : 'none',
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 600 },
      Input: { activeShadow: 'none', errorActiveShadow: 'none' },
      Table: { headerBg: c.card, headerColor: c['ink-2'], headerSplitColor: 'transparent', rowHoverBg: c.ground, borderColor: c.line },
      Modal: { titleFontSize: 20 },
    },
  }
}
