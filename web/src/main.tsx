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

createRoot(root).render(
  <StrictMode>
    <ErrorBoundary><SessionProvider><RouterProvider router={createBrowserRouter(routes)} /></SessionProvider></ErrorBoundary>
  </StrictMode>,
)
