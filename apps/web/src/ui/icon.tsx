// Line icons on a grid of 24, drawn in one weight. An icon never stands without words beside it.
const shapes = {
  'arrow-left': 'M19 12H5m6-6-6 6 6 6',
  'arrow-right': 'M5 12h14m-6-6 6 6-6 6',
  'chevron-right': 'm9 5 7 7-7 7',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  circle: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z',
  'check-circle': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-4 9.5 2.7 2.7L16 9.8',
  information: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v5m0-8.5v.1',
  warning: 'M12 4 2.8 20h18.4L12 4Zm0 6v5m0 2.5v.1',
  error: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5v5.5m0 3v.1',
  question:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.3 9.5a2.8 2.8 0 1 1 4.2 2.4c-1 .6-1.5 1.1-1.5 2.1m0 2.7v.1',
  phone:
    'M6.5 3.5h3l1.5 4-2 1.6a13 13 0 0 0 5.9 5.9l1.6-2 4 1.5v3a2 2 0 0 1-2.1 2A17 17 0 0 1 4.5 5.6a2 2 0 0 1 2-2.1Z',
  device: 'M7 3h10v18H7V3Zm4 15h2',
  mail: 'M3.5 6h17v12.5h-17V6Zm0 .8 8.5 6.7 8.5-6.7',
  pin: 'M12 21s7-6.4 7-11.5a7 7 0 1 0-14 0C5 14.6 12 21 12 21Zm0-14a2.6 2.6 0 1 0 0 5.2A2.6 2.6 0 0 0 12 7Z',
  'sign-in': 'M13.5 4H19v16h-5.5M4 12h11m-4-4 4 4-4 4',
  'sign-out': 'M10.5 4H5v16h5.5M9 12h11m-4-4 4 4-4 4',
  'user-plus':
    'M10 4.5a3.7 3.7 0 1 0 0 7.4 3.7 3.7 0 0 0 0-7.4ZM3.5 20c.4-3.6 3-5.5 6.5-5.5 2 0 3.8.7 5 1.9M18 8v6m-3-3h6',
  lock: 'M6 10.5h12V20H6v-9.5Zm2.5 0V8a3.5 3.5 0 1 1 7 0v2.5',
  document: 'M6 3.5h8L18.5 8v12.5H6v-17Zm8 0V8h4.5M9 12.5h6.5M9 16h6.5',
  camera: 'M4 7.5h4L9.5 5h5L16 7.5h4V19H4V7.5Zm8 2a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
  form: 'M5 4h14v16.5H5V4Zm3.5 5h.1m3 0h4m-7.1 4h.1m3 0h4m-7.1 4h.1m3 0h4',
  message: 'M4 5h16v11.5h-8.5L7 20.5v-4H4V5Z',
  print: 'M7 9V4h10v5M7 16.5H4V9h16v7.5h-3M7 14h10v6H7v-6Z',
  food: 'M7 3.5v6.5m-2.5-6.5V8a2.5 2.5 0 0 0 5 0V3.5M7 10.5v10M17 13.5h-2.5c0-5 .5-8.5 2.5-10v17',
  cash: 'M3.5 6.5h17v11h-17v-11ZM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM6.5 9.5v.1m11 4.9v.1',
  medical:
    'M12 20.5s-8-4.6-8-10.6a4.4 4.4 0 0 1 8-2.6 4.4 4.4 0 0 1 8 2.6c0 6-8 10.6-8 10.6ZM12 10v5m-2.5-2.5h5',
  home: 'M4 11.5 12 4.5l8 7M6 10v10h12V10',
  offline:
    'M4 4l16 16M8.5 13a5.5 5.5 0 0 1 3-1.4M5 9.5A11 11 0 0 1 8 7.7m3.5-.8A11 11 0 0 1 19 9.5m-3.4 3.6.4.4M12 17.5v.1',
} as const

export type IconName = keyof typeof shapes

interface IconProps {
  readonly name: IconName
  /** Side in CSS pixels at the usual text size; 24 unless told. */
  readonly size?: number
}

/** A line icon in the colour of the text around it, hidden from screen readers: the words beside it say it all. */
export function Icon({ name, size = 24 }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  )
}
