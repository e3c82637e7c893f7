import type { RecordType } from "../records";

/** Who can grant a permission: anyone who holds it, only the account owner, or nobody. */
export type Delegable = "holders" | "owner" | "nobody";

export interface CatalogueEntry {
  area: string;
  /** Short name for buttons and refusals: "You need *Pay invoices*". */
  name: string;
  /** One sentence for people. */
  title: string;
  delegable: Delegable;
  /** The kind of record the permission applies to, if any. */
  record?: RecordType;
  /** For a contact limited to chosen services, it applies to those services only. */
  serviceBound?: true;
  /** For a contact from whom departments were taken away, it applies to the other departments only. */
  departmentBound?: true;
  /** It can be granted on a single record for a while: see `record-grants.ts`. */
  perRecord?: true;
  /** A recusal from the record takes it away, whatever grants it: see `recusal.ts`. */
  recusable?: true;
  /** Contacts keep it after the account is closed. */
  afterClosing?: true;
  /** One cell per role, in the order of `roles.ts`: `no`, `always`, a condition, or conditions joined by `|`. */
  cells: readonly string[];
}

/** One area of the catalogue. A key is `area.resource.verb`. */
export type AreaCatalogue = Readonly<Record<string, CatalogueEntry>>;
