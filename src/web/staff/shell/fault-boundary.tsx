import { Component, type ReactNode } from 'react';

interface FaultBoundaryProps {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/**
 * Keeps a fault inside one screen, or a screen that is no longer on the server after an update, from taking the whole workspace away.
 * Give it another `key` on another screen. React offers this only as a class.
 */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly failed: boolean }> {
  override state: { readonly failed: boolean } = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
