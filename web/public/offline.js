// The language and the look that were chosen, which of the two troubles it is, and back to the page as soon as there is a network.
const { documentElement: root } = document
try {
  root.lang = localStorage.getItem('qinqing/language') === 'en' ? 'en' : 'zh-CN'
  root.dataset.mode = localStorage.getItem('qinqing/mode') === 'dark' ? 'dark' : 'light'
} catch {
  root.lang = 'zh-CN'
}
if (root.lang === 'en') document.title = 'Not connected · Longcheng Qinqing Online'

const show = () => {
  for (const part of document.querySelectorAll('[data-when]')) part.hidden = part.dataset.when !== (navigator.onLine ? 'unreachable' : 'offline')
}
show()
addEventListener('offline', show)
addEventListener('online', () => location.reload())
document.querySelector('button').addEventListener('click', () => location.reload())
