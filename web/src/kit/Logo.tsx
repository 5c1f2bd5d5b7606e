import styles from './Logo.module.css'

/** The river's bend around the old town, and the town: how Liuzhou looks on a map, and two hands that meet. */
export function Logo({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 36 36" aria-hidden="true">
      <rect width="36" height="36" rx="9" fill="var(--brand)" />
      <path
        d="M5.5 11.5c4.6 0 5.7 2 5.7 6.400v2.300a6.8 6.8 0 0 0 13.6 0v-2.300c0-4.4 1.1-6.4 5.7-6.4"
        fill="none" stroke="var(--card)" strokeWidth="3.4" strokeLinecap="round"
      />
      <circle cx="18" cy="16.4" r="3" fill="var(--card)" />
    </svg>
  )
}

/** Karst hills, a bridge, the river: the quiet picture behind a greeting. */
export function Scene({ className }: { className?: string | undefined }) {
  return (
    <svg className={className ? `${styles.scene} ${className}` : styles.scene} viewBox="0 0 520 112" aria-hidden="true" preserveAspectRatio="xMaxYMax meet">
      <path className={styles.far} d="M36 112c20-3 26-42 50-45 18-2 25 24 40 31 9-33 23-67 43-67 21 0 27 43 45 59 9-22 20-37 35-35 19 2 23 37 41 57Z" />
      <path className={styles.near} d="M194 112c23-5 27-63 54-66 24-2 31 41 46 52 8-45 23-79 46-79 25 0 28 56 48 71 9-25 20-35 33-33 23 4 29 40 51 55Z" />
      <path className={styles.line} d="M290 96c27-25 59-33 94-33s67 8 94 33M321 96V79M352 96V69M384 96V64M416 96V69M447 96V79M274 96h246" />
      <path className={styles.line} d="M18 111.200h502M98 104h98M226 104h42" />
    </svg>
  )
}
