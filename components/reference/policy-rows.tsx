import { t } from "@/lib/platform/language/t";
import { areaName } from "@/lib/policy/areas";
import type { Proof } from "@/lib/policy/documents/proofs";
import { ruleOf } from "@/lib/policy/documents/rule-of";
import { type Area, nameOf, type Permission } from "@/lib/policy/permissions";
import type { Role } from "@/lib/policy/roles";

export type PolicyRow = {
  /** The document's words. */
  label: string;
  cell: string;
  source?: string;
  keys: readonly Permission[];
  /** All of that area, instead of a list of its permissions. */
  area?: Area;
  /** Whose rule is shown. */
  role: Role;
  proof: Proof | null;
};

/** Rows of a policy document: what it says, the rule that decides, and the test that proves it. */
export function PolicyRows({ caption, rows }: { caption: string; rows: readonly PolicyRow[] }) {
  return (
    // On a phone it is wider than the page, and whoever uses the keyboard has to reach what is beyond.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full min-w-[44rem] border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {[t("In the document"), t("It says"), t("Our rule"), t("Proven by")].map((head) => (
              <th
                key={head}
                scope="col"
                className="border-b border-line-strong px-2 py-2 text-start font-medium text-ink"
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.label} ${row.cell}`} {...row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const cellClass = "border-b border-line px-2 py-2 align-top wrap-anywhere";

function Row({ label, cell, source, keys, area, role, proof }: PolicyRow) {
  return (
    <tr>
      <th scope="row" lang="en" className={`${cellClass} w-1/5 text-start font-normal text-ink`}>
        {label}
        {source && <span className="block text-ink-soft">{source}</span>}
      </th>
      <td lang="en" className={`${cellClass} w-1/6 text-ink`}>
        {cell}
      </td>
      <td className={`${cellClass} w-1/3`}>
        {area ? <WholeArea area={area} keys={keys} role={role} /> : <Rules keys={keys} role={role} />}
      </td>
      <td lang="en" className={`${cellClass} text-ink-soft`}>
        {proof ? (
          <>
            {proof.title}
            <code className="block font-mono text-xs text-ink-soft">{proof.file}</code>
          </>
        ) : (
          t("Each activity below has its own test.")
        )}
      </td>
    </tr>
  );
}

function Rules({ keys, role }: Pick<PolicyRow, "keys" | "role">) {
  return (
    <ul className="flex flex-col gap-1.5">
      {keys.map((key) => (
        <li key={key}>
          <span className="text-ink">{ruleOf(key, role)}</span>
          <span className="block text-ink-soft">{nameOf(key)}</span>
          <code className="font-mono text-xs text-ink-soft">{key}</code>
        </li>
      ))}
    </ul>
  );
}

/** One sentence, with the permissions on demand. */
function WholeArea({ area, keys, role }: Pick<PolicyRow, "keys" | "role"> & { area: Area }) {
  return (
    <details>
      <summary className="tap cursor-pointer text-ink">
        {t("{count, plural, one {# permission} other {# permissions}} of {area}", {
          count: keys.length,
          area: areaName(area),
        })}
      </summary>
      <div className="mt-2">
        <Rules keys={keys} role={role} />
      </div>
    </details>
  );
}
