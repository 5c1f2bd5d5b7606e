import { Component, type ReactNode } from 'react'
import { Broken } from './TroublePages.tsx'

interface Props {
  /** A part of a page that fails leaves the rest of the page alone. */
  instead?: (error: unknown, again: () => void) => ReactNode
  onError?: ((error: unknown) => void) | undefined
  children: ReactNode
}

/** What happens when a page cannot be drawn: it says so, and what is kept. */
export class ErrorBoundary extends Component<Props, { error?: unknown }> {
  override state: { error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidCatch(error: unknown) {
    this.props.onError?.(error)
  }

  again = () => this.setState({ error: undefined })

  override render() {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return this.props.instead?.(error, this.again) ?? <Broken error={error} onRetry={this.again} />
  }
}
