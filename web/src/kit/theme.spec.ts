import { readFileSync } from 'node:fs'
import { colours, type Mode } from './theme.ts'

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8')
const block = { light: /:root \{([^}]*)\}/, dark: /\[data-mode=['"]dark['"]\] \{([^}]*)\}/ } satisfies Record<Mode, RegExp>

const declared = (mode: Mode) =>
  Object.fromEntries([...(block[mode].exec(css)?.[1] ?? '').matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]))

/** Relative luminance and contrast as WCAG 2 defines them. */
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (one: string, other: string) => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'] as const)('colours, %s', mode => {
  it('are the same in the stylesheet', () => {
    expect(declared(mode)).toEqual(colours[mode])
  })

  it.each(['ink', 'ink-2', 'brand-strong', 'link', 'money', 'warn', 'bad', 'ok', 'info'] as const)('%s can be read on a surface and on the ground', name => {
    expect(contrast(colours[mode][name], colours[mode].card)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours[mode][name], colours[mode].ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['brand', 'ok', 'warn', 'bad', 'info', 'money'] as const)('ink can be read on %s-soft', name => {
    expect(contrast(colours[mode].ink, colours[mode][`${name}-soft`])).toBeGreaterThanOrEqual(7)
  })
})
