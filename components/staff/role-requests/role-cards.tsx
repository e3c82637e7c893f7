import { RoleEffect } from "@/components/accounts/role-requests/role-effect";
import { roleSays } from "@/components/accounts/role-requests/role-says";
import { Fieldset } from "@/components/ui/fieldset";
import { type RoleChoice, type RolePreset, rolePresets } from "@/lib/accounts/role-requests/schema";
import { t } from "@/lib/platform/language/t";

// Written out in full, because Tailwind only generates classes it finds in the source.
const shownWith: Record<RolePreset, string> = {
  billing: "group-has-[input[value=billing]:checked]/roles:block",
  support: "group-has-[input[value=support]:checked]/roles:block",
  "billing-support": "group-has-[input[value=billing-support]:checked]/roles:block",
  administrator: "group-has-[input[value=administrator]:checked]/roles:block",
};

export type RoleCardsProps = {
  choices: RoleChoice[];
  /** The one that is selected to begin with. */
  chosen: RolePreset;
  /** Omitted for a new person. */
  name?: string;
};

/** The standard roles, and what the selected one would change; works without JavaScript. */
export function RoleCards({ choices, chosen, name }: RoleCardsProps) {
  return (
    <div className="group/roles flex flex-col gap-4">
      <Fieldset name="role" legend={t("Standard role")}>
        <div className="grid gap-2 sm:grid-cols-2">
          {choices.map((choice) => (
            <Card key={choice.role} choice={choice} chosen={choice.role === chosen && choice.refusal === null} />
          ))}
        </div>
      </Fieldset>
      <div aria-live="polite">
        <p className="text-ink-soft group-has-[input:checked]/roles:hidden">
          {name === undefined
            ? t("Select a role to see what changes for the new person.")
            : t("Select a role to see what changes for {name}.", { name })}
        </p>
        {choices
          .filter(({ refusal }) => refusal === null)
          .map(({ role, changes }) => (
            <div key={role} className={`hidden ${shownWith[role]}`}>
              <RoleEffect name={name} role={t(rolePresets[role].name)} changes={changes} />
            </div>
          ))}
      </div>
    </div>
  );
}

function Card({ choice: { role, name, refusal }, chosen }: { choice: RoleChoice; chosen: boolean }) {
  const id = `role-${role}`;
  return (
    <label htmlFor={id} className="choice-card" data-locked={refusal === null ? undefined : ""}>
      <input
        id={id}
        type="radio"
        name="role"
        value={role}
        required
        disabled={refusal !== null}
        defaultChecked={chosen}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-says`}
        className="tick mt-0.5 rounded-full"
      />
      <span className="min-w-0">
        <span id={`${id}-name`} className="block font-medium text-ink">
          {name}
        </span>
        <span id={`${id}-says`} className="block text-sm text-ink-soft">
          {refusal ?? t(roleSays[role])}
        </span>
      </span>
    </label>
  );
}
