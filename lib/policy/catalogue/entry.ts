import type { RecordType } from "../records";

/** Who may hand a permission on: anyone who holds it, the account owner alone, or nobody at all. */
export type Delegable = "holders" | "owner" | "nobody";

export interface CatalogueEntry {
  area: string;
  /** Short name for buttons and refusals: "You need *Pay invoices*". */
  name: string;
  /** One plain sentence for people. */
  title: string;
  delegable: Delegable;
  /** The kind of record the permission is about, if it is about one. */
  record?: RecordType;
  /** A contact limited to chosen services holds it over these services only. */
  serviceBound?: true;
  /** It outlives the account: the contacts of a closed account keep it. */
  afterClosing?: true;
  /** What each role may do, in the order of `roles.ts`: `no`, `always`, a condition, or conditions joined by `|`. */
  cells: readonly string[];
}

/** One area's part of the catalogue: a key is `area.resource.verb`, its first part is its area. */
export type AreaCatalogue = Readonly<Record<string, CatalogueEntry>>;
