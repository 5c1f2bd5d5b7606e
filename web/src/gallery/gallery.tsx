import '../kit/theme.css'
import type { ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { speak } from '../kit/i18n.ts'
import { wearMode } from '../kit/mode.ts'
import { followClock } from '../kit/now.ts'
import { DeskGallery } from './DeskGallery.tsx'
import { FormGallery } from './FormGallery.tsx'
import { HomeGallery } from './HomeGallery.tsx'
import { CaseGallery, PartsGallery, SignInGallery, TroubleGallery } from './PartsGallery.tsx'

/** The kit with invented content, to be looked at in every size, mode and language; no part of a release. */
const pages: Record<string, ComponentType> = {
  home: HomeGallery, form: FormGallery, desk: DeskGallery, case: CaseGallery, parts: PartsGallery, 'sign-in': SignInGallery, trouble: TroubleGallery,
}

const asked = new URLSearchParams(location.search)
const Page = pages[asked.get('page') ?? 'home'] ?? HomeGallery
wearMode(asked.get('mode') === 'dark' ? 'dark' : 'light')
followClock('2026-11-23T02:32:08.000Z')
await speak(asked.get('language') === 'en' ? 'en' : 'zh')

const root = document.getElementById('root')
if (root) createRoot(root).render(<RouterProvider router={createMemoryRouter([{ path: '*', Component: Page }], { initialEntries: [asked.get('at') ?? '/'] })} />)
