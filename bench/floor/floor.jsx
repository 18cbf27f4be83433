// The floor for the canvas: React Flow with its default nodes, visible elements only, and nothing else. It shows the
// same chain in a place of the same size through the same camera as the app, with cards of the same size, so that as
// many are seen. By itself React Flow mounts every node once, to measure it; with `told` it is told all sizes, as the app
// tells it. Beside it a bare text area: the floor for typing.
import { addEdge, applyEdgeChanges, applyNodeChanges, ReactFlow } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { useCallback, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { cardSize, gridOf } from '../src/agents.mjs'

const asked = new URLSearchParams(location.search)
const numberOf = (name, otherwise) => Number(asked.get(name) ?? otherwise)
const { positions, edges } = gridOf(numberOf('count', 100))
const camera = { x: numberOf('x', 40), y: numberOf('y', 40), zoom: numberOf('zoom', 1) }
const place = { width: numberOf('width', 826), height: numberOf('height', 571) }
const isTold = asked.has('told')
const dot = { y: cardSize.height / 2 - 3, width: 6, height: 6 }
const handles = [
  { type: 'target', position: 'left', x: -3, ...dot },
  { type: 'source', position: 'right', x: cardSize.width - 3, ...dot },
]
const startNodes = positions.map(([x, y], index) => ({
  id: `n${index}`,
  position: { x, y },
  data: { label: `Step ${index}` },
  sourcePosition: 'right',
  targetPosition: 'left',
  style: cardSize,
  ...(isTold ? { ...cardSize, measured: cardSize, handles } : {}),
}))
const startEdges = edges.map(([from, to]) => ({ id: `e${from}-${to}`, source: `n${from}`, target: `n${to}` }))

function Floor() {
  const [nodes, setNodes] = useState(startNodes)
  const [links, setLinks] = useState(startEdges)
  const onNodesChange = useCallback((changes) => setNodes((now) => applyNodeChanges(changes, now)), [])
  const onEdgesChange = useCallback((changes) => setLinks((now) => applyEdgeChanges(changes, now)), [])
  const onConnect = useCallback((link) => setLinks((now) => addEdge(link, now)), [])
  return (
    <>
      <div style={place}>
        <ReactFlow
          nodes={nodes}
          edges={links}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onConnect={onConnect}
          onlyRenderVisibleElements
          minZoom={0.02}
          panOnDrag={[0, 1]}
          fitView={asked.has('fit')}
          defaultViewport={camera}
        />
      </div>
      <textarea aria-label="Prompt" defaultValue="Answer briefly: {question}" />
    </>
  )
}

createRoot(document.getElementById('root')).render(<Floor />)
