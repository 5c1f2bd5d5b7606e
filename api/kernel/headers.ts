/** Content of our own only; styles inline, since the component library writes them. */
const policy = [
  "default-src 'self'", "img-src 'self' data: blob:", "style-src 'self' 'unsafe-inline'", "script-src 'self'", "connect-src 'self' ws: wss:",
  "object-src 'none'", "frame-ancestors 'self'", "frame-src 'self' blob:", "base-uri 'none'", "form-action 'self'",
].join('; ')

const headers = {
  'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'x-frame-options': 'SAMEORIGIN',
  'cross-origin-opener-policy': 'same-origin', 'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

/** The headers of an answer; what the API says is of this moment and for one reader. */
export const headersOf = (url: string): Readonly<Record<string, string>> =>
  (url.startsWith('/api/') ? { ...headers, 'cache-control': 'no-store' } : headers)
