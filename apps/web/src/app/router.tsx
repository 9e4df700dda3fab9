import { createElement, Suspense, use } from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { openedPage, openRoute, type RoomRoute } from '../lib/room-route.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Layout } from './layout.tsx'
import { NotFoundPage } from './not-found.tsx'
import { routes } from './routes.ts'

/** Shows the page of the address in use, inside the layout that all pages share. */
export function Router() {
  const { pathname } = useLocation()
  return (
    <Layout>
      <ErrorBoundary address={pathname}>
        <Suspense fallback={<Skeleton lines={6} />}>
          <Routes>
            {routes.map((route) => (
              <Route key={route.path} path={route.path} element={<RoomPage route={route} />} />
            ))}
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </Layout>
  )
}

/** Draws at once a page that is there already, so that the first one is never preceded by an empty frame. */
function RoomPage({ route }: { readonly route: RoomRoute }) {
  return createElement(openedPage(route) ?? use(openRoute(route)))
}
