/** What a phone can dial: the first number, without its extension. */
export const dialled = (phone: string): string => (phone.split(/[转,，;；、/]/)[0] ?? '').replace(/[^\d+]/g, '')
