/** The key that the link's one user holds, or the invitation itself once the link is void: so that it is good for one person. */
export const linkKey = (secretHash: string): string => `invitation/${secretHash}`
