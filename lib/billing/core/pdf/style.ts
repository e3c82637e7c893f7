import { StyleSheet } from "@react-pdf/renderer";
import { fontFamily } from "./fonts";

const ink = "#16222b";
const soft = "#51606b";
const line = "#d5dce0";
const accent = "#17607a";

/** Digits of one width, so that amounts stand in columns. */
const figures = { textAlign: "right" as const, fontFeatureSettings: ["tnum"] };

/** Points on A4. The address stands where the window of an envelope is. */
export const style = StyleSheet.create({
  page: { paddingTop: 44, paddingBottom: 76, paddingHorizontal: 56, fontFamily, fontSize: 9, color: ink },
  // Not on the page: text that is made while pages are numbered would be given its line height twice over.
  body: { flexGrow: 1, fontSize: 9, lineHeight: 1.45 },
  strong: { fontWeight: 600 },
  soft: { color: soft },
  small: { fontSize: 7.5, lineHeight: 1.4, color: soft },

  letterhead: { flexDirection: "row", justifyContent: "space-between", alignItems: "flex-end" },
  company: { fontSize: 15, fontWeight: 600, color: accent, lineHeight: 1.2 },
  title: { fontSize: 20, fontWeight: 600, lineHeight: 1.2 },
  rule: { height: 2, backgroundColor: accent, marginTop: 8, marginBottom: 22 },

  addresses: { flexDirection: "row", justifyContent: "space-between", marginBottom: 20 },
  buyer: { width: 250 },
  sender: { fontSize: 6.5, color: soft, marginBottom: 6 },
  facts: { width: 205 },
  fact: { flexDirection: "row", justifyContent: "space-between", paddingVertical: 1.5 },
  value: { flex: 1, textAlign: "right", paddingLeft: 8 },

  row: { flexDirection: "row", paddingTop: 5, paddingBottom: 4, borderBottomWidth: 0.5, borderBottomColor: line },
  head: { borderBottomWidth: 1, borderBottomColor: ink, paddingTop: 0, paddingBottom: 3, fontSize: 7.5, color: soft },
  section: { marginBottom: 14 },
  date: { width: 64 },
  description: { flex: 1, paddingRight: 12 },
  quantity: { width: 44, ...figures },
  unit: { width: 72, ...figures },
  rate: { width: 48, ...figures },
  amount: { width: 80, ...figures },

  // Beside each other: the taxes and the sums.
  sums: { flexDirection: "row", justifyContent: "space-between", alignItems: "flex-start", marginTop: 12 },
  totals: { width: 226, marginLeft: "auto" },
  totalLabel: { flex: 1, paddingRight: 8 },
  total: { flexDirection: "row", justifyContent: "space-between", paddingVertical: 2 },
  sum: figures,
  grand: { borderTopWidth: 1, borderTopColor: ink, marginTop: 4, paddingTop: 5, fontSize: 11, fontWeight: 600 },

  terms: { marginTop: 18, maxWidth: 400 },
  slip: { marginTop: "auto", paddingTop: 14 },
  cut: { borderTopWidth: 0.75, borderTopColor: soft, borderTopStyle: "dashed", marginBottom: 10 },
  slipRow: { flexDirection: "row", justifyContent: "space-between" },
  slipSide: { width: 225 },

  running: { position: "absolute", left: 56, right: 56, top: 24, fontSize: 7.5, color: soft },

  side: { width: 210 },
  sideRow: { flexDirection: "row", paddingVertical: 2, fontSize: 8 },
  sideHead: { borderBottomWidth: 0.5, borderBottomColor: line, fontSize: 7.5, color: soft },
  sideName: { flex: 1 },
  sideSum: { width: 72, ...figures },

  footer: { position: "absolute", left: 56, right: 56, bottom: 30 },
  /** On a line of its own: beside the others it would run into a long one. */
  pageNumber: { marginBottom: 3, fontSize: 7.5, color: soft, textAlign: "right" },
});
