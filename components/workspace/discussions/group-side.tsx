import { KeyValueList } from "@/components/ui/key-value-list";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { GroupDetail } from "@/lib/workspace/discussions/schema";
import { TellingForm } from "./telling-form";

export type GroupSideProps = {
  group: GroupDetail;
  /** Absent if the viewer may not see who is in it. */
  peopleHref?: string;
  setNotifications: FormAction;
};

/** Beside a group's threads: who is in it, and how the viewer is told of what is new. */
export function GroupSide({ group, peopleHref, setNotifications }: GroupSideProps) {
  const { id, telling, members, ownerName, ownedByMe } = group;
  const count = t("{count, plural, one {# person} other {# people}}", { count: members });
  return (
    <div className="flex flex-col gap-4">
      <Panel title={t("About this group")}>
        <KeyValueList
          items={[
            { label: t("Owner@@group"), value: ownedByMe ? t("you") : ownerName },
            { label: t("Members"), value: peopleHref ? <TextLink href={peopleHref}>{count}</TextLink> : count },
            { label: t("Visibility"), value: group.isPrivate ? t("Private") : t("Public") },
          ]}
        />
      </Panel>
      {telling && (
        <Panel
          title={t("Your notifications")}
          description={t("For all threads of this group. A thread can have its own setting.")}
        >
          <TellingForm action={setNotifications} hidden={{ groupId: id }} telling={telling} />
        </Panel>
      )}
    </div>
  );
}
