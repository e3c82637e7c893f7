import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Panel } from "@/components/ui/panel";
import type { RoleRequestDetail } from "@/lib/accounts/role-requests/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { proofWords, sourceWords } from "./request-words";

export type RequestFactsProps = { request: RoleRequestDetail; format: ViewerFormat };

/** Who asked for what and how sure that is, in the sender's own words, and what became of it. */
export function RequestFacts({ request, format }: RequestFactsProps) {
  const { requesterName, senderAddress, source, proof, reference, original, recordedByName } = request;
  const { name, says, tone } = proofWords[proof];
  const at = (value: string) => <DateTime value={value} style="dateTime" format={format} />;
  return (
    <Panel title={t("Request")}>
      <KeyValueList
        items={[
          { label: t("Requested by"), value: requesterName },
          { label: t("Sent from"), value: senderAddress ?? t(sourceWords[source]) },
          {
            label: t("Sender"),
            value: (
              <>
                <Badge tone={tone}>{t(name)}</Badge>
                <span className="mt-1 block text-sm text-ink-soft">{t(says)}</span>
              </>
            ),
          },
          ...(reference === null ? [] : [{ label: t("Reference"), value: reference }]),
          ...(recordedByName === null ? [] : [{ label: t("Recorded by"), value: recordedByName }]),
          { label: t("Received@@request"), value: at(request.createdAt) },
          ...outcomeOf(request, at),
        ]}
      />
      {original !== null && (
        <blockquote className="mt-3 border-s-2 border-line-strong ps-3 wrap-anywhere whitespace-pre-line text-ink-soft">
          {original}
        </blockquote>
      )}
    </Panel>
  );
}

function outcomeOf(request: RoleRequestDetail, at: (value: string) => ReactNode) {
  const { status, decidedByName, decidedAt, appliedByName, appliedAt, appliedRoleName, expiresAt } = request;
  const decided = { label: status === "refused" ? t("Refused by") : t("Approved by"), name: decidedByName };
  return [
    ...(decided.name === null || decidedAt === null
      ? []
      : [{ label: decided.label, value: by(decided.name, at(decidedAt)) }]),
    ...(appliedByName === null || appliedAt === null
      ? []
      : [
          { label: t("Applied by"), value: by(appliedByName, at(appliedAt)) },
          { label: t("Role assigned"), value: appliedRoleName },
        ]),
    ...(status === "waiting" || status === "approved" ? [{ label: t("Expires"), value: at(expiresAt) }] : []),
  ];
}

const by = (name: string, at: ReactNode) => (
  <>
    {name}
    <span className="block text-sm text-ink-soft">{at}</span>
  </>
);
