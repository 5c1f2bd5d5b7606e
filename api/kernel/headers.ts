/** Content of our own only; styles inline, since the component library writes them. */
const policy = [
  "default-src 'self'", "img-src 'self' data: blob:", "style-src 'self' 'unsafe-inline'", "script-src 'self'", "connect-src 'self' ws: wss:",
  "object-src 'none'", "frame-ancestors 'self'", "frame-src 'self' blob:", "base-uri 'none'", "form-action 'self'",
].join('; ')

const headers = {
  'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'x-frame-options': 'SAMEORIGIN',
  'cross-origin-opener-policy': 'same-origin', 'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

/** The page in which papers are drawn, whoever they come from: without an origin, so that it reaches no session and no other page. */
const paper = [
  'sandbox allow-scripts', "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self' 'unsafe-inline'", 'img-src blob: data:', "font-src 'self' blob: data:",
  "connect-src 'self'", 'worker-src blob:', "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'",
].join('; ')

const isPaper = (url: string) => /^\/paper(\.html)?(\?|$)/.test(url)

/** The headers of an answer; what the API says is of this moment and for one reader. What was built is for everybody, also for a page without an origin. */
export function headersOf(url: string): Readonly<Record<string, string>> {
  if (url.startsWith('/api/')) return { ...headers, 'cache-control': 'no-store' }
  if (url.startsWith('/assets/')) return { ...headers, 'access-control-allow-origin': '*' }
  return isPaper(url) ? { ...headers, 'content-security-policy': paper } : headers
}
