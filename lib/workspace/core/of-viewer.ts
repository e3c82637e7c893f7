import type { Viewer } from "@/lib/policy/viewer";

/** Staff are no contact, and therefore on no list. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Of the people that a record names, only the viewer, and whoever looks as them, who is asked too: a list may have
 * thousands.
 */
export const ofViewer = ({ contactId, looker }: Viewer) => ({
  contactId: { in: [contactId ?? NOBODY, looker?.contactId ?? NOBODY] },
});
