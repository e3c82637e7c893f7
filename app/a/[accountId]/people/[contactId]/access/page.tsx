import { notFound } from "next/navigation";
import { accountPage } from "@/app/page-entrance";
import { AccessFields } from "@/components/people/access-fields";
import { NoticeFields } from "@/components/people/notice-fields";
import { ReviewForm } from "@/components/people/review-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Stepper } from "@/components/ui/stepper";
import { localDay } from "@/lib/kernel/local-day";
import { viewAccessChoices } from "@/lib/people/access-choices";
import { draftOf, readDraft } from "../../read-draft";
import { reviewOf } from "../../review-of";
import { readPersonOf } from "../read-person-of";
import { accessReview } from "./access-review";

export const metadata = { title: "Change access" };

export default accountPage(async (page) => {
  const { ask, base, query, search, actor, now } = page;
  const choices = await ask(viewAccessChoices, {});
  const person = await readPersonOf(page);
  if (person.details === null) notFound();
  const here = `${base}/people/${person.id}`;
  const today = localDay(now, actor.timeZone);
  const changed = "step" in search || "version" in search;
  const draft = changed ? readDraft(query) : draftOf(person.details, actor.timeZone);
  const review = search.step === "review" ? await reviewOf(page, draft, person.id) : { state: idle };
  const member = person.kind === "member";
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={member ? `Access of ${person.name}` : `Notices for ${person.name}`}
        breadcrumb={[
          { label: "People", href: `${base}/people` },
          { label: person.name, href: here },
        ]}
      />
      {!person.acts.includes("change-access") ? (
        <Callout
          kind="warning"
          title={person.isOwner ? "The owner's access does not change" : "You cannot change this"}
        >
          {person.locked ?? "The owner has everything. What can be done with it is to hand it on, under Ownership."}
        </Callout>
      ) : (
        <>
          <Stepper
            label="Steps"
            steps={[member ? "Access" : "Notices", "Review and save"]}
            current={"preview" in review ? 1 : 0}
          />
          {"preview" in review ? (
            accessReview(page, person, draft, review.preview)
          ) : (
            <ReviewForm action={`${here}/access`} label={`Access of ${person.name}`} state={review.state}>
              <input type="hidden" name="version" value={person.version} />
              {member ? (
                <AccessFields {...{ choices, draft, today }} rolesAs="rows" format={actor} />
              ) : (
                <NoticeFields {...{ choices, draft, today }} />
              )}
              <div className="flex flex-wrap gap-2">
                <Button type="submit" variant="primary">
                  Review
                </Button>
                <ButtonLink href={here} variant="ghost">
                  Cancel
                </ButtonLink>
              </div>
            </ReviewForm>
          )}
        </>
      )}
    </div>
  );
});

const idle = { status: "idle" } as const;
