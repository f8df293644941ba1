import { Component, type ReactNode, Suspense } from 'react';
import { notifyProblem } from './toasts.tsx';

/** For parts whose code comes when they are needed: nothing until it is there, a toast when it can't be had; the page around stays. */
export class Lazily extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    notifyProblem(error);
  }

  override render() {
    return this.state.failed ? null : <Suspense fallback={null}>{this.props.children}</Suspense>;
  }
}
