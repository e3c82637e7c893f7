import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { MemberItem } from "@/lib/workspace/discussions/schema";

export type MembersTableProps = {
  groupId: string;
  members: MemberItem[];
  /** Absent for those who may not change the group. */
  acts?: { remove: FormAction; handOver: FormAction };
  format: ViewerFormat;
};

export function MembersTable({ groupId, members, acts, format }: MembersTableProps) {
  const columns: Column<MemberItem>[] = [
    { key: "name", header: t("Name"), grow: true, cell: (member) => <Name member={member} /> },
    {
      key: "joined",
      header: t("Joined"),
      phone: "meta",
      cell: ({ joinedAt, invitedByName }) =>
        joinedAt ? (
          <DateTime value={joinedAt} style="date" format={format} />
        ) : (
          <span className="text-ink-soft">{t("Invited by {name}", { name: invitedByName ?? "" })}</span>
        ),
    },
  ];
  if (acts) {
    columns.push({
      key: "acts",
      header: t("Actions@@verbs"),
      hideHeader: true,
      phone: "below",
      cell: (member) => <Acts {...{ groupId, member, ...acts }} />,
    });
  }
  return <DataTable caption={t("Members")} columns={columns} rows={members} rowKey={({ contactId }) => contactId} />;
}

function Name({ member: { name, isOwner, isMe } }: { member: MemberItem }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="wrap-anywhere">{name}</span>
      {isMe && <span className="font-normal text-ink-soft">{t("you")}</span>}
      {isOwner && <Badge tone="accent">{t("Owner@@group")}</Badge>}
    </span>
  );
}

type ActsProps = { groupId: string; member: MemberItem; remove: FormAction; handOver: FormAction };

function Acts({ groupId, member: { contactId, name, isOwner, joinedAt }, remove, handOver }: ActsProps) {
  if (isOwner) return null;
  return (
    <span className="flex flex-wrap justify-end gap-2">
      {joinedAt && (
        <OperationForm action={handOver} hidden={{ groupId, contactId }} label={t("Make {name} the owner", { name })}>
          <Button type="submit" variant="secondary" size="sm" aria-label={t("Make {name} the owner", { name })}>
            {t("Make owner")}
          </Button>
        </OperationForm>
      )}
      <OperationForm action={remove} hidden={{ groupId, contactId }} label={t("Remove {name}", { name })}>
        <Button type="submit" variant="danger-quiet" size="sm" aria-label={t("Remove {name}", { name })}>
          {joinedAt ? t("Remove") : t("Withdraw invitation")}
        </Button>
      </OperationForm>
    </span>
  );
}
