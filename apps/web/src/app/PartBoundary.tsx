import { Button, EmptyState } from '@petal/ui'
import { t } from '@petal/ui/language'
import { TriangleAlert } from 'lucide-react'
import { Component, type ReactNode } from 'react'

interface PartBoundaryProps {
  /** What has failed, as a title says it: "The run panel". */
  readonly part: string
  readonly children: ReactNode
}

interface PartBoundaryState {
  readonly fault: Error | undefined
}

/** Keeps a fault in one part of the window from taking the rest along. */
export class PartBoundary extends Component<PartBoundaryProps, PartBoundaryState> {
  override state: PartBoundaryState = { fault: undefined }

  static getDerivedStateFromError(fault: unknown): PartBoundaryState {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) }
  }

  override render(): ReactNode {
    const { fault } = this.state
    if (!fault) return this.props.children
    return (
      <div role="alert" className="h-full overflow-auto bg-surface">
        <EmptyState
          icon={<TriangleAlert />}
          title={t('{part} has failed', { part: this.props.part })}
          action={<Button onClick={() => this.setState({ fault: undefined })}>{t('Try again')}</Button>}
        >
          {fault.message}
        </EmptyState>
      </div>
    )
  }
}
