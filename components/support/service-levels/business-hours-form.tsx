import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { timeZoneOptions } from "@/lib/platform/kernel/time-zones";
import { t } from "@/lib/platform/language/t";
import { type CalendarOutput, days } from "@/lib/support/service-levels/schema";
import { dayWords } from "./day-words";

/** When staff work: the zone, the hours of each day, and the holidays. */
export function BusinessHoursForm({ calendar, action }: { calendar: CalendarOutput; action: FormAction }) {
  const { timeZone, week, holidays, version } = calendar;
  return (
    <OperationForm
      action={action}
      hidden={{ version }}
      label={t("Business hours")}
      submitLabel={t("Save")}
      pendingLabel={t("Saving…")}
      doneMessage={t("Saved. Open tickets get their new due times.")}
    >
      <Field name="timeZone" label={t("Time zone")} required className="max-w-sm">
        <Select options={timeZoneOptions(timeZone)} defaultValue={timeZone} />
      </Field>
      <Fieldset name="hours" legend={t("Hours")} hint={t("As HH:MM. Leave both empty on a day without work.")}>
        <div className="grid max-w-md grid-cols-[minmax(0,1fr)_6rem_6rem] items-start gap-x-3 gap-y-2">
          <span />
          <span className="text-sm text-ink-soft" aria-hidden="true">
            {t("Opens@@hours")}
          </span>
          <span className="text-sm text-ink-soft" aria-hidden="true">
            {t("Closes@@hours")}
          </span>
          {days.map((day, index) => (
            <div key={day} className="contents">
              <span className="py-1.5" aria-hidden="true">
                {t(dayWords[day])}
              </span>
              <Field name={`${day}.opens`} label={t("{day}: from", { day: t(dayWords[day]) })} hideLabel required>
                <Input inputMode="numeric" required={false} defaultValue={shown(week[index], "opens")} />
              </Field>
              <Field name={`${day}.closes`} label={t("{day}: until", { day: t(dayWords[day]) })} hideLabel required>
                <Input inputMode="numeric" required={false} defaultValue={shown(week[index], "closes")} />
              </Field>
            </div>
          ))}
        </div>
      </Fieldset>
      <Field
        name="holidays"
        label={t("Holidays")}
        hint={t("One per line: the date and the name, such as 2026-12-25 Christmas Day.")}
        required
      >
        <Textarea
          rows={5}
          required={false}
          spellCheck={false}
          defaultValue={holidays.map(({ day, name }) => `${day} ${name}`).join("\n")}
        />
      </Field>
    </OperationForm>
  );
}

function shown(hours: CalendarOutput["week"][number] | undefined, end: "opens" | "closes"): string {
  if (hours === undefined || hours.opens === hours.closes) return "";
  const minutes = hours[end];
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
