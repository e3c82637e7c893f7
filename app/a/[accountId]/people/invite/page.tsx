import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { AccessFields } from "@/components/accounts/access/access-fields";
import { ReviewForm } from "@/components/accounts/access/review-form";
import { InvitedFields } from "@/components/accounts/people/invited-fields";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Stepper } from "@/components/ui/stepper";
import { viewInviteChoices } from "@/lib/accounts/access/invite-choices";
import { invitePerson } from "@/lib/accounts/access/invite-person";
import { fieldLimits } from "@/lib/http/field-limits";
import { localDay } from "@/lib/platform/kernel/local-day";
import { t } from "@/lib/platform/language/t";
import { readDraft } from "../read-draft";
import { backFrom } from "../review-of";
import { invitePreview } from "./invite-preview";
import { inviteReview } from "./invite-review";

export const generateMetadata = (): Metadata => ({ title: t("Invite person") });

export default accountPage(async (page) => {
  const { execute, base, query, search, actor, realNow: now } = page;
  const choices = await execute(viewInviteChoices, {});
  const draft = readDraft(query);
  const who = { name: search.name ?? "", email: search.email ?? "" };
  const review = search.step === "review" ? await invitePreview(page, who, draft) : { state: idle };
  const here = `${base}/people/invite`;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("Invite person")}
        description={t("We email them a personal link that expires in 7 days.")}
        breadcrumb={[{ label: t("People"), href: `${base}/people` }]}
        actions={<ButtonLink href={`${here}/list`}>{t("Invite by a list")}</ButtonLink>}
      />
      <Stepper
        label={t("Steps")}
        steps={[t("Person and access"), t("Review and send")]}
        current={"preview" in review ? 1 : 0}
      />
      {"preview" in review ? (
        inviteReview(page, who, draft, review.preview, backFrom(page, here))
      ) : (
        <ReviewForm
          action={here}
          label={t("Invite person")}
          state={review.state}
          cancelHref={`${base}/people`}
          limits={fieldLimits(invitePerson.input)}
        >
          <Panel>
            <div className="flex flex-col gap-4">
              <InvitedFields {...who} />
            </div>
          </Panel>
          <AccessFields
            choices={choices}
            draft={draft}
            rolesAs={{ preset: search.preset }}
            today={localDay(now, actor.timeZone)}
            format={actor}
          />
        </ReviewForm>
      )}
    </div>
  );
});

const idle = { status: "idle" } as const;
