import { notFound } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Stepper } from "@/components/ui/stepper";
import { TextLink } from "@/components/ui/text-link";
import { viewAccessChoices } from "@/lib/accounts/access/access-choices";
import { draftOf, readDraft } from "../../read-draft";
import { reviewOf } from "../../review-of";
import { readPersonOf } from "../read-person-of";
import { accessForm } from "./access-form";
import { accessReview } from "./access-review";

export const metadata = { title: "Change access" };

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
        title={member ? `Access of ${name}` : `Notices for ${name}`}
        breadcrumb={[
          { label: "People", href: `${base}/people` },
          { label: name, href: here },
        ]}
      />
      {!acts.includes("change-access") ? (
        <Callout kind="warning" title={isOwner ? "The owner's access does not change" : "You cannot change this"}>
          {locked ?? "The owner has everything. What can be done with it is to hand it on, under Ownership."}
        </Callout>
      ) : (
        <>
          <Stepper
            label="Steps"
            steps={[member ? "Access" : "Notices", "Review and save"]}
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

/** Somebody else was faster: what is on the screen can no longer be saved over what they did. */
function ChangedMeanwhile({ href }: { href: string }) {
  return (
    <Callout kind="warning" role="alert" title="This was changed in the meantime" className="mb-4">
      What you see here starts from what was before. <TextLink href={href}>Start again from what it is now</TextLink>
    </Callout>
  );
}
