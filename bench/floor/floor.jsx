// The floor for the canvas: React Flow with its default nodes, visible elements only, and nothing else.
import { addEdge, applyEdgeChanges, applyNodeChanges, ReactFlow } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { useCallback, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { gridOf } from '../src/agents.mjs'

const asked = new URLSearchParams(location.search)
const count = Number(asked.get('count') ?? 100)
const { positions, edges } = gridOf(count)
const startNodes = positions.map(([x, y], index) => ({
  id: `n${index}`,
  position: { x, y },
  data: { label: `Step ${index}` },
}))
const startEdges = edges.map(([from, to]) => ({ id: `e${from}-${to}`, source: `n${from}`, target: `n${to}` }))

function Floor() {
  const [nodes, setNodes] = useState(startNodes)
  const [links, setLinks] = useState(startEdges)
  const onNodesChange = useCallback((changes) => setNodes((now) => applyNodeChanges(changes, now)), [])
  const onEdgesChange = useCallback((changes) => setLinks((now) => applyEdgeChanges(changes, now)), [])
  const onConnect = useCallback((link) => setLinks((now) => addEdge(link, now)), [])
  return (
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
      defaultViewport={{ x: 40, y: 40, zoom: 1 }}
    />
  )
}

createRoot(document.getElementById('root')).render(<Floor />)
