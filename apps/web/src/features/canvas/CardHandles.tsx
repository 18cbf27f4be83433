import type { StepPorts } from '@petal/core/model'
import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Handle, Position } from '@xyflow/react'
import { memo } from 'react'
import { cardAnchor } from '../../editor/cardSize.ts'
import { anyExit, inputHandle, portOffset } from './cardGeometry.ts'

/** Where wires come in and go out. Of a card that is mounted without them, React Flow draws no wire. */
export const CardHandles = memo(function CardHandles({ ports }: { readonly ports: StepPorts }) {
  return (
    <>
      <Handle
        type="target"
        id={inputHandle}
        position={Position.Left}
        className="petal-handle petal-handle-in"
        style={{ top: cardAnchor }}
      />
      {ports.outputs.map((port, index) => (
        <Handle
          key={port.id}
          type="source"
          id={port.id}
          position={Position.Right}
          className={cn('petal-handle petal-handle-out', ports.outputs.length > 1 && 'petal-handle-row')}
          style={{ top: portOffset(ports, index) }}
          role="img"
          aria-label={ports.outputs.length > 1 ? t('Connect from {label}', { label: port.label }) : t('Connect')}
        />
      ))}
      {ports.outputs.length === 1 ? null : (
        // Where wires begin that are taken whatever the exit. They are drawn, and nothing else can be done with it.
        <Handle
          type="source"
          id={anyExit}
          position={Position.Right}
          isConnectable={false}
          aria-hidden
          className="pointer-events-none opacity-0"
          style={{ top: cardAnchor }}
        />
      )}
    </>
  )
})
