import { customerRoleKeys, roles, staffRoleKeys } from "@/lib/policy/roles";

/** What the table alone does not say: the roles in a sentence each, and the rules that hold over all of them. */
export function PolicyNotes() {
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <section aria-labelledby="roles">
        <h2 id="roles" className="mb-2 font-semibold text-ink">
          The roles
        </h2>
        <dl>
          {[...customerRoleKeys, ...staffRoleKeys].map((role) => (
            <div key={role} className="py-1">
              <dt className="inline font-medium text-ink">{roles[role].name}. </dt>
              <dd className="inline text-ink-soft">{roles[role].title}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="rules">
        <h2 id="rules" className="mb-2 font-semibold text-ink">
          How they work
        </h2>
        <ul className="flex list-disc flex-col gap-1 ps-5 text-ink-soft">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const rules = [
  "Roles add up: whoever holds several may do what any of them allows, and a further role never takes anything away.",
  "Billing is meant to be added to another role. Held alone it works: it reaches invoices and payments, and no ticket.",
  "Support takes part in the workspace just as billing does. It reaches nothing of billing, anywhere.",
  "Owner and administrators see that a proposal exists; what it says and the vote are for those invited to it.",
  "A single permission can be switched on or off for one person, limited to chosen services, and given an end.",
  "Nobody gives what they do not hold. What is marked so can be given by the owner alone, or by nobody.",
  "An area that the account has turned off is gone for everybody on it; a closed account keeps only what is marked so.",
];
