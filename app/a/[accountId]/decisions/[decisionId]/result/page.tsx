import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { ResultSheet } from "@/components/workspace/decisions/result-sheet";
import { fromStrings } from "@/lib/http/from-strings";
import { t } from "@/lib/platform/language/t";
import { viewResult } from "@/lib/workspace/decisions/view-result";

export const generateMetadata = (): Metadata => ({ title: t("Result sheet") });

/** For paper too: the browser prints it, or makes a PDF of it. */
export default accountPage(async ({ execute, account, base, params, search, actor }) => {
  const asked = [...Object.entries(search), ["decisionId", params.decisionId ?? ""] as const];
  const result = await execute(viewResult, fromStrings(viewResult.input, asked) as { decisionId: string });
  const { decision, round } = result.sheet;
  const list = `${base}/decisions`;
  const file = (kind: string) =>
    `/api/v1/accounts/${account.id}/decisions/${params.decisionId}/result/${kind}?round=${round.number}`;
  return (
    <>
      <PageHeader
        title={decision.title}
        description={t("Decision {number} of {account}", {
          number: String(decision.number),
          account: result.sheet.account,
        })}
        breadcrumb={[
          { label: t("Decisions"), href: list },
          { label: t("Decision {number}", { number: String(decision.number) }), href: `${list}/${params.decisionId}` },
        ]}
        actions={
          <span className="flex flex-wrap gap-2 print:hidden">
            <ButtonLink href={file("pdf")} download="" icon={<Icon name="download" />}>
              {t("PDF")}
            </ButtonLink>
            <ButtonLink href={file("download")} icon={<Icon name="download" />}>
              {t("Download")}
            </ButtonLink>
            <ButtonLink href="/check-decision.mjs" icon={<Icon name="shield-check" />}>
              {t("Script to check it")}
            </ButtonLink>
          </span>
        }
      />
      <ResultSheet {...result} format={actor} />
    </>
  );
});
