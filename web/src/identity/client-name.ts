const systems = [
  ['android', /Android/], ['iphone', /iPhone/], ['ipad', /iPad/], ['windows', /Windows/], ['mac', /Macintosh|Mac OS X/], ['linux', /Linux|X11/],
] as const
const browsers = [
  ['WeChat', /MicroMessenger\//], ['Edge', /Edg(e|A|iOS)?\//], ['Firefox', /Firefox\/|FxiOS\//], ['Opera', /OPR\//], ['Chrome', /Chrome\/|CriOS\//], ['Safari', /Safari\//],
] as const

export type System = (typeof systems)[number][0] | 'other'

/** Of which browser and kind of device a User-Agent speaks, as far as its owner knows it again. */
export const clientOf = (agent: string): { system: System; browser: string | undefined } => ({
  system: systems.find(([, of]) => of.test(agent))?.[0] ?? 'other',
  browser: browsers.find(([, of]) => of.test(agent))?.[0],
})
