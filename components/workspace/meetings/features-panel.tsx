import { Checkbox } from "@/components/ui/checkbox";
import { FoldedPanel } from "@/components/ui/folded-panel";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { PeopleChoice } from "@/components/workspace/core/people-choice";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { featureWords, type ShownFeature } from "@/lib/workspace/meetings/features/schema";
import type { MeetingView } from "@/lib/workspace/meetings/schema";

type Props = { meeting: MeetingView; open?: FormAction };

/** What this meeting opens to its attendees beyond their roles, each opening as a sentence. */
export function FeaturesPanel({ meeting, open }: Props) {
  const sentences = meeting.features.flatMap(sentencesOf);
  return (
    <>
      <Panel
        title={t("Beyond people's roles")}
        description={t("What attendees may do in this meeting beyond their roles. It ends with their invitation.")}
      >
        {sentences.length === 0 ? (
          <p className="text-ink-soft">{t("Nothing so far: everyone has what their role allows.")}</p>
        ) : (
          <ul className="flex list-disc flex-col gap-1 ps-5">
            {sentences.map((sentence, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people can share a name, and the list never changes in place
              <li key={index}>{sentence}</li>
            ))}
          </ul>
        )}
      </Panel>
      {open &&
        meeting.features.map((feature) => (
          <FoldedPanel key={feature.name} title={t(featureWords[feature.name])} detail={detailOf(feature)}>
            <OperationForm
              action={open}
              hidden={{ meetingId: meeting.id, feature: feature.name }}
              submitLabel={t("Save")}
              label={t(featureWords[feature.name])}
            >
              <input type="hidden" name="everybody" value="false" />
              <Checkbox name="everybody" label={t("Everyone invited")} defaultChecked={feature.openedByName !== null} />
              <input type="hidden" name="people" value="" />
              <PeopleChoice
                name="people"
                legend={t("Only these people")}
                people={meeting.attendees.map(({ contactId, name }) => ({ id: contactId, name, detail: null }))}
                chosen={feature.people.map(({ id }) => id)}
              />
            </OperationForm>
          </FoldedPanel>
        ))}
    </>
  );
}

const detailOf = ({ openedByName, people }: ShownFeature): string => {
  if (openedByName !== null) return t("Everyone invited");
  return people.length === 0
    ? t("Closed@@feature")
    : t("{count, plural, one {# person} other {# people}}", { count: people.length });
};

function sentencesOf({ name, openedByName, people }: ShownFeature): string[] {
  return [
    ...(openedByName === null ? [] : [everybodyMay(name, openedByName)]),
    ...people.map((person) => personMay(name, person.name, person.openedByName)),
  ];
}

function everybodyMay(feature: ShownFeature["name"], by: string): string {
  switch (feature) {
    case "addPaper":
      return t("Everyone invited may add papers in this meeting, opened by {by}, beyond their roles.", { by });
    case "takeMinutes":
      return t("Everyone invited may take minutes in this meeting, opened by {by}, beyond their roles.", { by });
    case "seeDraftMinutes":
      return t("Everyone invited may see draft minutes in this meeting, opened by {by}, beyond their roles.", { by });
    case "manageAttendees":
      return t("Everyone invited may manage attendees in this meeting, opened by {by}, beyond their roles.", { by });
  }
}

function personMay(feature: ShownFeature["name"], name: string, by: string): string {
  switch (feature) {
    case "addPaper":
      return t("{name} may add papers in this meeting, opened by {by}, beyond their role.", { name, by });
    case "takeMinutes":
      return t("{name} may take minutes in this meeting, opened by {by}, beyond their role.", { name, by });
    case "seeDraftMinutes":
      return t("{name} may see draft minutes in this meeting, opened by {by}, beyond their role.", { name, by });
    case "manageAttendees":
      return t("{name} may manage attendees in this meeting, opened by {by}, beyond their role.", { name, by });
  }
}
