import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { HeldNotice } from "@/components/accounts/access/held-notice";
import { LookPanel } from "@/components/accounts/looks/look-panel";
import { DoneNotice } from "@/components/accounts/people/done-notice";
import { PersonAccess } from "@/components/accounts/people/person-access";
import { PersonActs } from "@/components/accounts/people/person-acts";
import { PersonFacts } from "@/components/accounts/people/person-facts";
import { StandingMark } from "@/components/accounts/people/standing-mark";
import { ResetPanel } from "@/components/accounts/two-factor/reset-panel";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { endRecordGrant } from "@/lib/accounts/access/end-record-grant";
import { startLook } from "@/lib/accounts/looks/start-look";
import { previewRemoval } from "@/lib/accounts/people/preview-removal";
import { resetTwoFactor } from "@/lib/accounts/two-factor/reset-two-factor";
import { localDay } from "@/lib/platform/kernel/local-day";
import { t } from "@/lib/platform/language/t";
import { actionsFor } from "./actions-for";
import { readPersonOf } from "./read-person-of";

export const generateMetadata = (): Metadata => ({ title: t("Person") });

export default accountPage(async (page) => {
  const { base, search, actor, realNow: now } = page;
  const person = await readPersonOf(page);
  const { name, kind, standing, isOwner, isYou, details, acts } = person;
  const leaving = acts.includes("remove") ? await page.execute(previewRemoval, { contactId: person.id }) : undefined;
  const here = `${base}/people/${person.id}`;
  const member = kind === "member";
  const list = member ? `${base}/people` : `${base}/people/notices-only`;
  const actions = actionsFor(page, isYou ? "/" : list);
  const term = details?.endsAt ? localDay(new Date(details.endsAt), actor.timeZone) : "";
  return (
    <>
      <PageHeader
        title={name}
        mark={
          <>
            {isOwner && <Badge tone="accent">{t("Account owner")}</Badge>}
            {!member && <Badge>{t("Notification-only")}</Badge>}
            {isYou && <Badge>{t("You")}</Badge>}
            <StandingMark standing={standing} details={details} />
          </>
        }
        breadcrumb={[{ label: member ? t("People") : t("Notification-only"), href: list }]}
        actions={
          acts.includes("change-access") && (
            <ButtonLink href={`${here}/access`} variant="primary" icon={<Icon name="key-round" />}>
              {member ? t("Change access") : t("Change notifications")}
            </ButtonLink>
          )
        }
      />
      <DoneNotice done={search.done} />
      <HeldNotice person={person} actions={actions} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <PersonAccess
          person={person}
          format={actor}
          end={page.may(endRecordGrant) ? page.action(endRecordGrant) : undefined}
        />
        <div className="flex min-w-0 flex-col gap-4">
          {member && !isYou && standing === "active" && page.may(startLook) && (
            <LookPanel contactId={person.id} name={name} isStaff={actor.isStaff} start={page.action(startLook, base)} />
          )}
          <Panel title={t("Contact")}>
            <PersonFacts person={person} format={actor} />
          </Panel>
          <PersonActs
            person={person}
            actions={actions}
            leaving={leaving}
            offerHref={`${base}/people/ownership?to=${person.id}`}
            term={term}
            today={localDay(now, actor.timeZone)}
            idempotencyKey={randomUUID()}
          />
          {member && page.may(resetTwoFactor) && (
            <ResetPanel name={name} contactId={person.id} action={page.action(resetTwoFactor)} />
          )}
        </div>
      </div>
    </>
  );
});
