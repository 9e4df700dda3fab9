import {
  createContext,
  use,
  useEffect,
  useLayoutEffect,
  useState,
  useTransition,
  type ReactNode,
} from 'react'
import {
  navigate,
  onPlaceChange,
  readPlace,
  scrollToPlace,
  type Navigate as NavigateTo,
  type Place,
} from './place.ts'

interface Navigation {
  readonly place: Place
  /** Somebody has asked for another page, and it is still on its way; the present one stays until then. */
  readonly pending: boolean
}

const NavigationContext = createContext<Navigation | undefined>(undefined)
const ParamsContext = createContext<Readonly<Record<string, string>>>({})

/** Keeps what is drawn in step with the address bar. A page that has to be fetched replaces the present one when it is there. */
export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState(readPlace)
  const [pending, startTransition] = useTransition()
  useEffect(() => {
    const follow = () => {
      startTransition(() => {
        setPlace((shown) => (shown.key === readPlace().key ? shown : readPlace()))
      })
    }
    // The first page may have led on to another before anybody listened: effects of children run first.
    follow()
    return onPlaceChange(follow)
  }, [])
  useLayoutEffect(() => {
    scrollToPlace(place)
  }, [place])
  return <NavigationContext value={{ place, pending }}>{children}</NavigationContext>
}

/** Where one is. */
export function usePlace(): Place {
  return useNavigation().place
}

/** Where one is, and whether another page is on its way. */
export function useNavigation(): Navigation {
  const navigation = use(NavigationContext)
  if (!navigation) throw new Error('There is no NavigationProvider around this component')
  return navigation
}

/** How to go to another page; the same function for ever. */
export function useNavigate(): NavigateTo {
  return navigate
}

/** What stands in an address for the `:name` parts of its route's path. */
export function useParams(): Readonly<Record<string, string>> {
  return use(ParamsContext)
}

interface ParamsProps {
  readonly params: Readonly<Record<string, string>>
  readonly children: ReactNode
}

/** Hands a route's parameters to the page inside. */
export function ParamsProvider({ params, children }: ParamsProps) {
  return <ParamsContext value={params}>{children}</ParamsContext>
}
