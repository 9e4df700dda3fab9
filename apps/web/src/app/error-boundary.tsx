import { Component, type ReactNode } from 'react'
import { ErrorPage } from './error-page.tsx'

interface Props {
  /** The address being shown; another one is another chance. */
  readonly address: string
  readonly children: ReactNode
}

/**
 * Shows the error page in place of a page that could not be drawn; most often its code did not arrive. React offers
 * this to classes only.
 */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidUpdate(before: Props) {
    if (this.state.failed && before.address !== this.props.address) this.setState({ failed: false })
  }

  override render() {
    return this.state.failed ? <ErrorPage /> : this.props.children
  }
}
