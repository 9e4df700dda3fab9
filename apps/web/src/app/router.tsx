import { createElement, Suspense, use } from 'react'
import { ParamsProvider, usePlace } from '../lib/navigation/navigation.tsx'
import { openedPage, openRoute, paramsAt, type RoomRoute } from '../lib/room-route.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Layout } from './layout.tsx'
import { NotFoundPage } from './not-found.tsx'
import { routeAt } from './routes.ts'

/** Shows the page of the address in use, inside the layout that all pages share. */
export function Router() {
  const { pathname } = usePlace()
  const route = routeAt(pathname)
  return (
    <Layout>
      <ErrorBoundary address={pathname}>
        <Suspense fallback={<Skeleton lines={6} />}>
          {route ? (
            <ParamsProvider params={paramsAt(route, pathname) ?? {}}>
              <RoomPage route={route} />
            </ParamsProvider>
          ) : (
            <NotFoundPage />
          )}
        </Suspense>
      </ErrorBoundary>
    </Layout>
  )
}

/** Draws at once a page that is there already, so that the first one is never preceded by an empty frame. */
function RoomPage({ route }: { readonly route: RoomRoute }) {
  return createElement(openedPage(route) ?? use(openRoute(route)))
}
