/** Where a field, a part or a correction item lies on the page. */
export const fieldPlace = (id: string): string => `f-${id}`
export const partPlace = (id: string): string => `s-${id}`

/** The address of a field: its part, and the field in it. */
export const fieldAddress = (part: string, field: string): string => `?step=${encodeURIComponent(part)}#${fieldPlace(field)}`
export const partAddress = (part: string): string => `?step=${encodeURIComponent(part)}`
