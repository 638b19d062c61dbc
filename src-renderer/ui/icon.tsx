/** Drawn on 16 × 16, in the colour of the text around. */
const paths = {
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4 6.5l4 4 4-4',
  up: 'M8 13V3.5M4 7.5l4-4 4 4',
  home: 'M2.5 8L8 3l5.5 5M4 7v6h8V7',
  folder: 'M2 4.5v8h12v-7H8l-1.5-1.5H2.5z',
  file: 'M4 2h5.5L12 4.5V14H4zM9.5 2v2.5H12',
  project: 'M2.5 3h5v10h-5zM7.5 3h6v10h-6zM10 6h1.5M10 8.5h1.5',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  warning: 'M8 2.5l6 11H2zM8 6.5v3.5M8 11.8v.2',
} as const

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
