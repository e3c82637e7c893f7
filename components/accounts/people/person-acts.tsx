import { InvitationActs } from "@/components/accounts/access/invitation-acts";
import { ButtonLink } from "@/components/ui/button-link";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import type { PersonActsProps } from "./person-acts-props";
import { PersonEdits } from "./person-edits";
import { StandingActs } from "./standing-acts";

/** Actions on a person other than changing access. Shows only what the viewer may do. */
export function PersonActs(props: PersonActsProps) {
  const { acts } = props.person;
  if (acts.every((act) => act === "change-access")) return null;
  return (
    <Panel title={t("Manage")}>
      <div className="flex flex-wrap gap-2">
        <InvitationActs {...props} />
        <PersonEdits {...props} />
        {acts.includes("offer-ownership") && <ButtonLink href={props.offerHref}>{t("Transfer ownership")}</ButtonLink>}
        <StandingActs {...props} />
      </div>
    </Panel>
  );
}
