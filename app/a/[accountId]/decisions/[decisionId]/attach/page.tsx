import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { PageHeader } from "@/components/ui/page-header";
import { AttachChoices } from "@/components/workspace/core/attach-choices";
import { fromStrings } from "@/lib/http/from-strings";
import { t } from "@/lib/platform/language/t";
import { attachToDecision } from "@/lib/workspace/decisions/attach-to-decision";
import { viewDecision } from "@/lib/workspace/decisions/view-decision";
import { listDocuments } from "@/lib/workspace/documents/list-documents";

export const generateMetadata = (): Metadata => ({ title: t("Attach a document") });

export default accountPage(async ({ execute, action, base, params, search }) => {
  const decision = await execute(viewDecision, { decisionId: params.decisionId ?? "" });
  if (!decision.editable) notFound();
  const documents = await execute(listDocuments, {
    sort: "updated",
    direction: "desc",
    ...fromStrings(listDocuments.input, Object.entries(search)),
  });
  const list = `${base}/decisions`;
  const back = `${list}/${decision.id}`;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t("Attach a document")}
        description={decision.title}
        breadcrumb={[
          { label: t("Decisions"), href: list },
          { label: t("Decision {number}", { number: String(decision.number) }), href: back },
        ]}
      />
      <p className="mb-4 text-ink-soft">
        {t(
          "Those invited open it only if they have access to its folder; others see that there is a paper, not its name.",
        )}
      </p>
      <AttachChoices
        here={`${back}/attach`}
        search={search}
        list={documents}
        attach={action(attachToDecision, back)}
        hidden={{ decisionId: decision.id }}
      />
    </div>
  );
});
