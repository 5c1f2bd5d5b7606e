import { meant } from './keys.ts'

const press = { key: 'j', ctrlKey: false, metaKey: false, altKey: false, isComposing: false, defaultPrevented: false }

/** An element inside something that the given selector part names. */
const inside = (...names: string[]) => ({ closest: (selector: string) => (names.some(name => selector.split(', ').includes(name)) ? {} : null) }) as unknown as Element

it('hears a letter on the page', () => expect(meant(press, inside())).toBe(true))
it.each(['textarea', 'select', '[contenteditable=true]', '[role=combobox]'])('hears nothing while one types in %s', name => expect(meant(press, inside(name))).toBe(false))
it.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing', 'defaultPrevented'] as const)('leaves a press with %s alone', held => expect(meant({ ...press, [held]: true }, inside())).toBe(false))
it.each(['Enter', ' '])('leaves %p to the button that has the focus', key => expect(meant({ ...press, key }, inside('button'))).toBe(false))
it('hears letters while a button has the focus', () => expect(meant(press, inside('button'))).toBe(true))
