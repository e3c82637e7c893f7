import { EffectiveAccess } from "@/components/accounts/access/effective-access";
import { HeldAccess } from "@/components/accounts/access/held-access";
import { Callout } from "@/components/ui/callout";
import { Panel } from "@/components/ui/panel";
import type { PersonDetail } from "@/lib/accounts/core/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

/** What a person was given, and what they may do with it; only for those who may see details. */
export function PersonAccess({ person, format }: { person: PersonDetail; format: ViewerFormat }) {
  const { kind, details, locked } = person;
  const member = kind === "member";
  if (details === null) {
    return (
      <Callout title="Details are not open to you">
        You see who is on the account. What this person holds is for those who may see{" "}
        {member ? "member" : "non-member"} details.
      </Callout>
    );
  }
  const since = details.hasLogin || !member ? "In force now" : "Once they have joined";
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Panel title={member ? "Given access" : "Notices"} description={locked ?? undefined}>
        <HeldAccess details={details} format={format} />
      </Panel>
      <Panel
        flush
        title={member ? "What they may do, and why" : "What they receive, and why"}
        description={`${since}: roles, single permissions, limits and suspensions taken together.`}
      >
        <EffectiveAccess areas={details.access} />
      </Panel>
    </div>
  );
}
