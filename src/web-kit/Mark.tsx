import './mark.css'

/** The dandelion: five seeds on one stalk. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg className="mark" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" fill="none">
      <path
        className="mark-stalk"
        strokeWidth="1.6"
        strokeLinecap="round"
        d="M12 22V11M12 11 5 4M12 11V2M12 11l7-7M12 11 3.5 9M12 11l8.5-2"
      />
      <g className="mark-seeds">
        <circle cx="5" cy="4" r="1.9" />
        <circle cx="12" cy="2.3" r="1.9" />
        <circle cx="19" cy="4" r="1.9" />
        <circle cx="3.5" cy="9" r="1.9" />
        <circle cx="20.5" cy="9" r="1.9" />
      </g>
    </svg>
  )
}
