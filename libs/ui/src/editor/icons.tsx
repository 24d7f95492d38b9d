import type { ReactNode } from 'react';

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg className="e-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** The tools' drawings; each tool also has its name in words. */
export const icons = {
  bulletList: (
    <Icon>
      <path {...line} d="M8 5h9M8 10h9M8 15h9" />
      <circle cx="4" cy="5" r="1.3" fill="currentColor" />
      <circle cx="4" cy="10" r="1.3" fill="currentColor" />
      <circle cx="4" cy="15" r="1.3" fill="currentColor" />
    </Icon>
  ),
  orderedList: (
    <Icon>
      <path
        {...line}
        d="M9 5h8M9 10h8M9 15h8M3 3.5l1.2-.8v4.6M3 12.8c.2-1 2.4-1 2.2.4C5 14.300 3 15.200 3 16.300h2.400"
      />
    </Icon>
  ),
  quote: (
    <Icon>
      <path
        {...line}
        d="M3.500 15V9.500C3.500 7 5 5.500 7 5M3.500 9.800h3.700V15H3.500M11.500 15V9.500C11.500 7 13 5.500 15 5M11.500 9.800h3.700V15h-3.700"
      />
    </Icon>
  ),
  link: (
    <Icon>
      <path
        {...line}
        d="M8.300 11.700l3.400-3.400M9.200 6.100l1.900-1.900a3.300 3.300 0 0 1 4.700 4.700l-1.900 1.900M10.800 13.900l-1.900 1.900a3.300 3.300 0 0 1-4.700-4.700l1.900-1.900"
      />
    </Icon>
  ),
  table: (
    <Icon>
      <path {...line} d="M3 4.500h14v11H3zM3 8.200h14M3 11.900h14M10 8.200v7.300" />
    </Icon>
  ),
  crossReference: (
    <Icon>
      <path {...line} d="M4 4v6.500a2 2 0 0 0 2 2h9.500M12 9l3.500 3.500L12 16" />
    </Icon>
  ),
  indent: (
    <Icon>
      <path {...line} d="M9 5h8M9 10h8M9 15h8M3 7.500L5.500 10 3 12.500" />
    </Icon>
  ),
  outdent: (
    <Icon>
      <path {...line} d="M9 5h8M9 10h8M9 15h8M5.500 7.500L3 10l2.500 2.500" />
    </Icon>
  ),
  undo: (
    <Icon>
      <path {...line} d="M7 4L3.500 7.500 7 11M3.800 7.500H12a4.300 4.300 0 0 1 0 8.600H8" />
    </Icon>
  ),
  redo: (
    <Icon>
      <path {...line} d="M13 4l3.500 3.500L13 11M16.200 7.500H8a4.300 4.300 0 0 0 0 8.600h4" />
    </Icon>
  ),
  help: (
    <Icon>
      <path {...line} d="M7 7.200a3 3 0 1 1 4.300 2.700c-.9.500-1.300 1-1.300 2.100" />
      <circle cx="10" cy="15" r="1.100" fill="currentColor" />
    </Icon>
  ),
} as const;
