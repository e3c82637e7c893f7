import { hkdfSync } from "node:crypto";
import type { SealedColumn } from "./sealed-column";

/** The key of one column: no two purposes encrypt with the same key. */
export const columnKey = ({ table, column }: Pick<SealedColumn, "table" | "column">, key: Buffer): Buffer =>
  Buffer.from(hkdfSync("sha256", key, "", `portcullis ${table}.${column}`, 32));
