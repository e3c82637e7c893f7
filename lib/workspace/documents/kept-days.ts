/** How long what was deleted can be restored. */
export const KEPT_DAYS = 30;
