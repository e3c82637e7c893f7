/** The shared style of text inputs and selects. 16 px text on touch screens keeps phones from zooming in. */
export const controlClass =
  "w-full min-w-0 rounded-md border border-control bg-surface text-base text-ink transition-colors duration-100 enabled:hover:border-ink-faint disabled:bg-sunken disabled:text-ink-soft [&[readonly]]:bg-sunken aria-invalid:border-danger focus-visible:border-focus focus-visible:outline-offset-0 pointer-coarse:text-md";
