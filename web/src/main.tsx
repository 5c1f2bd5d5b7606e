import './kit/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { ErrorBoundary } from './kit/ErrorBoundary.tsx'
import { speak } from './kit/i18n.ts'
import { wearMode } from './kit/mode.ts'
import { SessionProvider } from './kit/session.tsx'
import { routes } from './routes.tsx'

wearMode()
await speak()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// Without a network a page of the house says so, instead of the browser's own.
if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined)

createRoot(root).render(
  <StrictMode>
    <ErrorBoundary><SessionProvider><RouterProvider router={createBrowserRouter(routes)} /></SessionProvider></ErrorBoundary>
  </StrictMode>,
)
