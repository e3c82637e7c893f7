import { Checkbox } from "@/components/ui/checkbox";
import { RadioGroup } from "@/components/ui/radio-group";
import { PeopleChoice, type PeopleChoiceProps } from "@/components/workspace/core/people-choice";
import { t } from "@/lib/platform/language/t";

export type AccessFieldsProps = {
  access: "inherit" | "own";
  /** Null at the top, which has nothing to inherit from. */
  inheritsFrom: string | null;
  people: PeopleChoiceProps["people"];
  chosen: readonly string[];
  viewOnly: boolean;
};

/** Who is to have access: as above, or a list of its own. */
export function AccessFields({ access, inheritsFrom, people, chosen, viewOnly }: AccessFieldsProps) {
  const inherit = {
    value: "inherit",
    label: t("As in {folder}", { folder: inheritsFrom ?? "" }),
    hint: t("Whoever has access there has access here, now and later."),
  };
  const own = {
    value: "own",
    label: t("Its own list"),
    hint: t("Only the people below, the owner and administrators."),
  };
  return (
    <>
      <RadioGroup
        name="access"
        legend={t("Who has access")}
        options={inheritsFrom === null ? [own] : [inherit, own]}
        defaultValue={access}
        required
      />
      <PeopleChoice
        name="people"
        legend={t("People on its own list")}
        hint={t("Owner and administrators see every folder, whether they are chosen or not.")}
        people={people}
        chosen={chosen}
      />
      <Checkbox
        name="viewOnly"
        value="true"
        label={t("View only")}
        hint={t(
          "People on the list read files here and can't download them. That doesn't keep anybody from taking a picture of the screen.",
        )}
        defaultChecked={viewOnly}
      />
    </>
  );
}
