import { t } from "@/lib/platform/language/t";
import { activityRows } from "@/lib/policy/documents/activities";
import { areaRows } from "@/lib/policy/documents/areas";
import { type CapabilityRow, capabilityRows } from "@/lib/policy/documents/capabilities";
import { keysOfArea } from "@/lib/policy/documents/keys-of-area";
import { keysOfCapability } from "@/lib/policy/documents/keys-of-capability";
import { proofOfActivity, proofOfArea, proofOfCapability } from "@/lib/policy/documents/proofs";
import type { Role } from "@/lib/policy/roles";
import { type PolicyRow, PolicyRows } from "./policy-rows";

/** Both policy documents, row by row. */
export function PolicyDocuments() {
  return (
    <>
      <Document
        id="account-roles"
        title={t("Account roles")}
        says={t(
          "What each role on an account may do. The rule shown is the one for a billing contact, or for support.",
        )}
      >
        <PolicyRows caption={t("Account roles")} rows={capabilityRows.map(capabilityRow)} />
      </Document>
      <Document
        id="areas"
        title={t("Billing contact: areas")}
        says={t("How much of each area somebody has who holds only the billing role.")}
      >
        <PolicyRows caption={t("Billing contact: areas")} rows={areaRows.map(areaRow)} />
      </Document>
      <Document
        id="activities"
        title={t("Billing contact: activities")}
        says={t("What they may do in each area, activity by activity. Support has the same workspace access.")}
      >
        <PolicyRows caption={t("Billing contact: activities")} rows={activityRows.map(activityRow)} />
      </Document>
    </>
  );
}

function Document(props: { id: string; title: string; says: string; children: React.ReactNode }) {
  return (
    <div className="mt-10">
      <h2 id={props.id} className="scroll-mt-6 font-semibold text-ink">
        {props.title}
      </h2>
      <p className="mt-1 mb-3 max-w-prose text-ink-soft">{props.says}</p>
      {props.children}
    </div>
  );
}

/** Of the two roles that the rows tell apart, the one that has it; billing where neither does. */
const shownRole = ({ billing, support }: CapabilityRow): Role => (support && !billing ? "support" : "billing");

function capabilityRow(row: CapabilityRow): PolicyRow {
  const holders = (["owner", "administrator", "billing", "support"] as const).filter((role) => row[role]);
  return {
    label: row.capability,
    cell: holders.join(", "),
    source: row.source,
    keys: keysOfCapability(row),
    ...(row.keys === "billing" && { area: "billing" as const }),
    role: row.keys === "rest" ? "administrator" : shownRole(row),
    proof: proofOfCapability(row),
  };
}

const areaRow = (row: (typeof areaRows)[number]): PolicyRow => ({
  label: row.area,
  cell: row.access,
  keys: keysOfArea(row.key),
  area: row.key,
  role: "billing",
  proof: proofOfArea(row),
});

const activityRow = (row: (typeof activityRows)[number]): PolicyRow => ({
  label: `${row.area}, ${row.activity}`,
  cell: row.cell,
  ...(row.source !== "the document" && { source: row.source }),
  keys: [row.key],
  role: "billing",
  proof: proofOfActivity(row),
});
