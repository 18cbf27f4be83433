/** The arrow head of every wire, in the wire's own colour. */
export function ArrowMarker() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <defs>
        <marker
          id="petal-arrow"
          viewBox="0 0 10 10"
          refX="8.5"
          refY="5"
          markerWidth="10"
          markerHeight="10"
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path d="M2,1.5 L8.5,5 L2,8.5 Z" fill="context-stroke" />
        </marker>
      </defs>
    </svg>
  )
}
