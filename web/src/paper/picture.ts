import type { Look, Shown } from './shown.ts'

/** Shows a picture as wide as its place, turned as one wants it. */
export async function showPicture(bytes: ArrayBuffer, type: string, label: string, place: HTMLElement): Promise<Shown> {
  const box = document.createElement('div')
  box.className = 'picture'
  const image = new Image()
  image.alt = label
  image.src = URL.createObjectURL(new Blob([bytes], { type }))
  await image.decode()
  const look: Look = { zoom: 1, turn: 0 }
  const fit = () => {
    place.style.setProperty('--zoom', String(look.zoom))
    const lies = look.turn % 180 !== 0
    const wide = Math.min(box.clientWidth, (lies ? image.naturalHeight : image.naturalWidth) * look.zoom)
    const ratio = image.naturalHeight / image.naturalWidth
    const width = lies ? wide / ratio : wide
    image.style.width = `${width}px`
    image.style.rotate = `${look.turn}deg`
    // Turned by the browser, it still takes the room that it had before.
    image.style.marginBlock = lies ? `${(width - width * ratio) / 2}px` : ''
    image.style.marginInline = lies ? `${(width * ratio - width) / 2}px` : ''
  }
  box.append(image)
  box.dataset['page'] = ''
  place.replaceChildren(box)
  fit()
  new ResizeObserver(fit).observe(place)
  return {
    pages: 1,
    look(next) {
      Object.assign(look, next)
      fit()
    },
  }
}
