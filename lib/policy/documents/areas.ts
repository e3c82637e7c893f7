import type { Area } from "../permissions";

/** A row of the areas of the billing contact document, word for word. */
export interface AreaRow {
  readonly area: string;
  readonly access: string;
  readonly key: Area;
  /** Where the document has one rule for every activity of the area: its words, and what it gives a billing contact. */
  readonly every: { readonly cell: string; readonly told: "all" | "none" } | null;
}

// biome-ignore format: a table is read by rows
export const areaRows: readonly AreaRow[] = [
  { area: "Dashboard", access: "Full Access", key: "dashboard", every: { cell: "Full Access", told: "all" } },
  { area: "Members", access: "Read/View Only", key: "people", every: null },
  { area: "Discussions", access: "Partial Access", key: "discussions", every: null },
  { area: "Meetings", access: "Partial Access", key: "meetings", every: null },
  { area: "Actions", access: "Partial Access", key: "actions", every: null },
  { area: "Decisions", access: "Read/View Only", key: "decisions", every: null },
  { area: "Documents", access: "Partial Access", key: "documents", every: null },
  { area: "Links", access: "Full Access", key: "links", every: null },
  { area: "Settings", access: "No Access", key: "settings", every: { cell: "No Access", told: "none" } },
  { area: "Billing", access: "Full Access", key: "billing", every: { cell: "Full access", told: "all" } },
  { area: "Activity Log", access: "No Access", key: "activity", every: { cell: "No Access", told: "none" } },
  { area: "Reports", access: "No Access", key: "reports", every: { cell: "No Access", told: "none" } },
];
