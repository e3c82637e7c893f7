const KEY = "portcullis-queue";

/** Remembers in this tab which view of the queue is open, for the way back from a ticket. */
export function rememberQueue(): void {
  try {
    sessionStorage.setItem(KEY, location.pathname + location.search);
  } catch {
    // A browser without storage goes back to the queue's first view.
  }
}

/** The path of the view that was open last; null without one. */
export function lastQueue(): string | null {
  try {
    const path = sessionStorage.getItem(KEY);
    return path?.startsWith("/staff/tickets") ? path : null;
  } catch {
    return null;
  }
}
