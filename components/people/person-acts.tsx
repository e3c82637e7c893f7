import { ButtonLink } from "@/components/ui/button-link";
import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/kernel/form-state";
import type { PersonDetail } from "@/lib/people/schema";
import { InvitationActs } from "./invitation-acts";
import { PersonEdits } from "./person-edits";
import { StandingActs } from "./standing-acts";

export type Act = PersonDetail["acts"][number];

export type PersonActsProps = {
  person: PersonDetail;
  actions: Record<Exclude<Act, "change-access" | "offer-ownership">, FormAction>;
  /** Where ownership is offered to them. */
  offerHref: string;
  /** The end as a day of the viewer's zone; "" for none. */
  term: string;
  today: string;
  /** One a rendering, for what must not happen twice. */
  idempotencyKey: string;
};

/** What can be done about a person beside their access. Only what the viewer may do is offered. */
export function PersonActs(props: PersonActsProps) {
  const { acts } = props.person;
  if (acts.every((act) => act === "change-access")) return null;
  return (
    <Panel title="Manage">
      <div className="flex flex-wrap gap-2">
        <InvitationActs {...props} />
        <PersonEdits {...props} />
        {acts.includes("offer-ownership") && <ButtonLink href={props.offerHref}>Offer ownership…</ButtonLink>}
        <StandingActs {...props} />
      </div>
    </Panel>
  );
}
