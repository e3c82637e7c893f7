import { Fieldset } from "@/components/ui/fieldset";
import { type RoleChoices, type RolePreset, rolePresets } from "@/lib/staff/core/schema";
import { RoleEffect } from "./role-effect";

type RoleCard = RoleChoices["choices"][number];

/** What each standard role is for, in the words of those who ask for it. */
const says: Record<RolePreset, string> = {
  billing: "Invoices, cards and billing notices. No tickets, no login details.",
  support: "Tickets and login details. No billing information of any kind.",
  "billing-support": "Both of these, and nothing of people management.",
  administrator: "Everything the owner may do, people included, except ordering and cancelling services.",
};

// Written out, because the style sheet is made from what it finds in the source.
const shownWith: Record<RolePreset, string> = {
  billing: "group-has-[input[value=billing]:checked]/roles:block",
  support: "group-has-[input[value=support]:checked]/roles:block",
  "billing-support": "group-has-[input[value=billing-support]:checked]/roles:block",
  administrator: "group-has-[input[value=administrator]:checked]/roles:block",
};

export type RoleCardsProps = { choices: RoleCard[]; name: string };

/** The standard roles, and below them what the chosen one would change: without a script, before anything is sent. */
export function RoleCards({ choices, name }: RoleCardsProps) {
  return (
    <div className="group/roles flex flex-col gap-4">
      <Fieldset name="role" legend="Standard role">
        <div className="grid gap-2 sm:grid-cols-2">
          {choices.map((choice) => (
            <Card key={choice.role} choice={choice} />
          ))}
        </div>
      </Fieldset>
      <div aria-live="polite">
        <p className="text-ink-soft group-has-[input:checked]/roles:hidden">
          Choose a role to see what it changes for {name}.
        </p>
        {choices
          .filter(({ refusal }) => refusal === null)
          .map(({ role, changes }) => (
            <div key={role} className={`hidden ${shownWith[role]}`}>
              <RoleEffect name={name} role={rolePresets[role].name} changes={changes} />
            </div>
          ))}
      </div>
    </div>
  );
}

function Card({ choice: { role, name, refusal } }: { choice: RoleCard }) {
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
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-says`}
        className="tick mt-0.5 rounded-full"
      />
      <span className="min-w-0">
        <span id={`${id}-name`} className="block font-medium text-ink">
          {name}
        </span>
        <span id={`${id}-says`} className="block text-sm text-ink-soft">
          {refusal ?? says[role]}
        </span>
      </span>
    </label>
  );
}
