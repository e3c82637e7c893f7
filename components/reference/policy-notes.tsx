import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { customerRoleKeys, roles, staffRoleKeys } from "@/lib/policy/roles";

/** What the table doesn't show: a summary of each role and the rules that apply to all of them. */
export function PolicyNotes() {
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <section aria-labelledby="roles">
        <h2 id="roles" className="mb-2 font-semibold text-ink">
          {t("Roles")}
        </h2>
        <dl>
          {[...customerRoleKeys, ...staffRoleKeys].map((role) => (
            <div key={role} className="py-1">
              <dt className="inline font-medium text-ink">{t(roles[role].name)}. </dt>
              <dd className="inline text-ink-soft">{t(roles[role].title)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="rules">
        <h2 id="rules" className="mb-2 font-semibold text-ink">
          {t("How they work")}
        </h2>
        <ul className="flex list-disc flex-col gap-1 ps-5 text-ink-soft">
          {rules.map((rule) => (
            <li key={String(rule)}>{t(rule)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const rules = [
  msg(
    "Roles add up. People with several roles can do everything any of them allows, and adding a role never removes access.",
  ),
  msg(
    "Billing is usually added to another role. On its own, it gives access to invoices and payments but not to tickets.",
  ),
  msg("Support has the same workspace access as Billing, and no access to billing."),
  msg("Owners and administrators can see that a proposal exists. Only invitees can read it and vote."),
  msg("Individual permissions can be granted or denied for one person, limited to chosen services, and set to expire."),
  msg(
    "People can only grant what they hold. Some permissions can only be granted by the owner, or not at all, as marked.",
  ),
  msg(
    "An area turned off on an account is unavailable to everyone on it. Closed accounts keep only the permissions marked so.",
  ),
];
