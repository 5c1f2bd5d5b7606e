// Only what says that there is no network is kept: pages and data always come from the server. The name changes with the page, so that a new one is fetched.
const shelf = 'offline-1'
const kept = ['/offline.html', '/offline.js', '/mark.svg']

addEventListener('install', event => {
  event.waitUntil(caches.open(shelf).then(cache => cache.addAll(kept.map(path => new Request(path, { cache: 'reload' })))).then(() => skipWaiting()))
})

addEventListener('activate', event => {
  event.waitUntil(caches.keys().then(names => Promise.all(names.filter(name => name !== shelf).map(name => caches.delete(name)))).then(() => clients.claim()))
})

addEventListener('fetch', event => {
  const { request } = event
  const ours = new URL(request.url)
  if (request.mode === 'navigate' && request.destination === 'document') event.respondWith(fetch(request).catch(() => caches.match('/offline.html')))
  else if (ours.origin === location.origin && kept.includes(ours.pathname)) event.respondWith(fetch(request).catch(() => caches.match(ours.pathname)))
})
