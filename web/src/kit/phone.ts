/** Where one taps instead of pointing, and a tap opens. */
export const isPhone = (): boolean => matchMedia('(max-width: 719px)').matches
