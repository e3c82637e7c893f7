"use client";

import { type ReactNode, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";
import { Fieldset } from "@/components/ui/fieldset";
import { t } from "@/lib/platform/language/t";

/** From this many people on they can be filtered by name. */
const MANY = 8;

export type PeopleChoiceProps = {
  /** Each person chosen is submitted under this name. */
  name: string;
  legend: string;
  hint?: ReactNode;
  people: readonly { id: string; name: string; detail: string | null }[];
  chosen?: readonly string[];
};

/** Some of the account's members. Without JavaScript the list is shown in full. */
export function PeopleChoice({ name, legend, hint, people, chosen = [] }: PeopleChoiceProps) {
  const [wanted, setWanted] = useState("");
  const matches = (text: string) => text.toLowerCase().includes(wanted.trim().toLowerCase());
  const shown = new Set(people.filter((one) => matches(`${one.name} ${one.detail ?? ""}`)).map(({ id }) => id));
  return (
    <Fieldset name={name} legend={legend} hint={hint}>
      {people.length >= MANY && (
        <input
          type="search"
          aria-label={t("Filter people by name")}
          placeholder={t("Filter people by name")}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          // Enter would send the form around it.
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          className={cx(controlClass, "mb-2 h-8 max-w-80 px-2.5 pointer-coarse:h-11")}
        />
      )}
      <div className="grid max-h-72 gap-1 overflow-y-auto sm:grid-cols-2">
        {people.map(({ id, name: person, detail }) => (
          // Hidden ones stay in the form: a filter does not take back what was chosen.
          <div key={id} className={cx("min-w-0 wrap-anywhere", !shown.has(id) && "hidden")}>
            <Checkbox
              name={name}
              value={id}
              label={person}
              hint={detail ?? undefined}
              defaultChecked={chosen.includes(id)}
            />
          </div>
        ))}
      </div>
      {people.length === 0 && <p className="text-sm text-ink-soft">{t("There is nobody to choose yet.")}</p>}
      {shown.size === 0 && people.length > 0 && <p className="text-sm text-ink-soft">{t("Nobody has such a name.")}</p>}
    </Fieldset>
  );
}
