import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Stepper } from "@/components/ui/stepper";
import { TextLink } from "@/components/ui/text-link";
import { viewAccessChoices } from "@/lib/accounts/access/access-choices";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { draftOf, readDraft } from "../../read-draft";
import { reviewOf } from "../../review-of";
import { readPersonOf } from "../read-person-of";
import { accessForm } from "./access-form";
import { accessReview } from "./access-review";

export const generateMetadata = (): Metadata => ({ title: t("Change access") });

export default accountPage(async (page) => {
  const { execute, base, query, search, actor } = page;
  const choices = await execute(viewAccessChoices, {});
  const person = await readPersonOf(page);
  const { name, kind, version, details, acts, isOwner, locked } = person;
  if (details === null) notFound();
  const here = `${base}/people/${person.id}`;
  const begun = search.version !== undefined;
  const draft = begun ? readDraft(query) : draftOf(details, actor.timeZone);
  const review = search.step === "review" ? await reviewOf(page, draft, person.id) : { state: idle };
  const member = kind === "member";
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={member ? t("Access for {name}", { name }) : t("Notifications for {name}", { name })}
        breadcrumb={[
          { label: t("People"), href: `${base}/people` },
          { label: name, href: here },
        ]}
      />
      {!acts.includes("change-access") ? (
        <Callout
          kind="warning"
          title={isOwner ? t("The owner's access can't be changed") : t("You can't change this access")}
        >
          {locked ??
            t("The owner has full control of the account. To change the owner, transfer ownership under Ownership.")}
        </Callout>
      ) : (
        <>
          <Stepper
            label={t("Steps")}
            steps={[member ? t("Access") : t("Notifications"), t("Review and save")]}
            current={"preview" in review ? 1 : 0}
          />
          {begun && search.version !== String(version) && <ChangedMeanwhile href={`${here}/access`} />}
          {"preview" in review
            ? accessReview(page, person, draft, review.preview)
            : accessForm(page, person, choices, draft, review.state)}
        </>
      )}
    </div>
  );
});

const idle = { status: "idle" } as const;

/** Someone else saved first, so this form can no longer be saved. */
function ChangedMeanwhile({ href }: { href: string }) {
  return (
    <Callout kind="warning" role="alert" title={t("This access was just changed by someone else")} className="mb-4">
      {rich("Your changes are based on an older version. <link>Start over with the current access</link>", {
        link: (text) => <TextLink href={href}>{text}</TextLink>,
      })}
    </Callout>
  );
}
