import { createContext, type ReactNode } from 'react'

/** How to sign in again without leaving the page. The app provides it, so that no page knows the room it comes from. */
export const SignInAgainContext = createContext<ReactNode>(undefined)
