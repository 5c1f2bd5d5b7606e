import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { learn } from './kit/i18n.ts'
import { NotFound, RouteTrouble } from './kit/TroublePages.tsx'
import type { Area } from './words/areas.ts'

/** A page, its own part of the release, and its words: both are fetched at once. */
const page = (load: () => Promise<ComponentType>, ...areas: Area[]) => async () => {
  const [Component] = await Promise.all([load(), learn(areas)])
  return { Component }
}

const account = page(async () => (await import('./identity/AccountPage.tsx')).AccountPage)
const invited = page(async () => (await import('./identity/InvitedPage.tsx')).InvitedPage)

/** Every address. Words come with the frame; a page names an area only when it has one of its own. */
export const routes: RouteObject[] = [
  {
    ErrorBoundary: RouteTrouble,
    HydrateFallback: () => null,
    children: [
      {
        lazy: page(async () => (await import('./layouts/PortalLayout.tsx')).PortalLayout, 'identity', 'portal', 'service'),
        children: [
          {
            ErrorBoundary: RouteTrouble,
            children: [
              { index: true, lazy: page(async () => (await import('./fulfilment/HomePage.tsx')).HomePage) },
              { path: 'account', lazy: account },
              { path: 'policies', lazy: page(async () => (await import('./policy/PoliciesPage.tsx')).PoliciesPage) },
              { path: 'policies/:id', lazy: page(async () => (await import('./policy/PolicyPage.tsx')).PolicyPage, 'policyLife') },
              { path: 'applications', lazy: page(async () => (await import('./fulfilment/ApplicationsPage.tsx')).ApplicationsPage) },
              { path: 'applications/:id', lazy: page(async () => (await import('./fulfilment/ApplicationPage.tsx')).ApplicationPage, 'form') },
              { path: 'applications/:id/form', lazy: page(async () => (await import('./fulfilment/FormPage.tsx')).FormPage, 'form') },
              { path: 'notices', lazy: page(async () => (await import('./service/NoticesPage.tsx')).EnterpriseNotices) },
              { path: '*', Component: NotFound },
            ],
          },
        ],
      },
      {
        path: 'desk',
        lazy: page(async () => (await import('./layouts/DeskLayout.tsx')).DeskLayout, 'identity', 'desk', 'review', 'service'),
        children: [
          {
            ErrorBoundary: RouteTrouble,
            children: [
              { index: true, lazy: page(async () => (await import('./fulfilment/QueuePage.tsx')).QueuePage) },
              { path: 'account', lazy: account },
              { path: 'cases/:id', lazy: page(async () => (await import('./fulfilment/CasePage.tsx')).CasePage, 'files', 'form') },
              { path: 'policies', lazy: page(async () => (await import('./policy/PolicyListPage.tsx')).PolicyListPage, 'editor', 'policyLife') },
              { path: 'policies/:id', lazy: page(async () => (await import('./policy/EditorPage.tsx')).EditorPage, 'editor', 'policyLife', 'formEditor') },
              { path: 'policies/:id/items/:item/form', lazy: page(async () => (await import('./fulfilment/FormEditorPage.tsx')).FormEditorPage, 'formEditor', 'form') },
              { path: 'import', lazy: page(async () => (await import('./policy/ImportPage.tsx')).ImportPage, 'editor', 'policyLife') },
              { path: 'notices', lazy: page(async () => (await import('./service/NoticesPage.tsx')).DeskNotices) },
              { path: '*', Component: NotFound },
            ],
          },
        ],
      },
      {
        path: 'admin',
        lazy: page(async () => (await import('./layouts/AdminLayout.tsx')).AdminLayout, 'identity', 'admin', 'operator', 'service'),
        children: [
          {
            ErrorBoundary: RouteTrouble,
            children: [
              { index: true, lazy: page(async () => (await import('./organisation/AdminPage.tsx')).AdminPage) },
              { path: 'system', lazy: page(async () => (await import('./operator/SystemPage.tsx')).SystemPage) },
              { path: 'account', lazy: account },
              { path: 'notices', lazy: page(async () => (await import('./service/NoticesPage.tsx')).AdminNotices) },
              { path: '*', Component: NotFound },
            ],
          },
        ],
      },
      { path: 'applications/:id/receipt', lazy: page(async () => (await import('./fulfilment/ReceiptPage.tsx')).ReceiptPage, 'portal', 'printed') },
      { path: 'applications/:id/notice', lazy: page(async () => (await import('./fulfilment/NoticePage.tsx')).NoticePage, 'portal', 'printed') },
      { path: 'papers/:application/:hash', lazy: page(async () => (await import('./fulfilment/PaperPage.tsx')).PaperPage, 'files') },
      {
        lazy: page(async () => (await import('./layouts/SignedOutLayout.tsx')).SignedOutLayout, 'identity', 'portal'),
        children: [
          { path: 'sign-in', lazy: page(async () => (await import('./identity/SignInPage.tsx')).SignInPage, 'portal') },
          { path: 'begin', lazy: invited },
          { path: 'invited', lazy: invited },
        ],
      },
    ],
  },
]
