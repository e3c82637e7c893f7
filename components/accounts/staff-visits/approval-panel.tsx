import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { RadioGroup } from "@/components/ui/radio-group";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { StaffApproval } from "@/lib/policy/staff-visit";

interface ApprovalPanelProps {
  readonly approval: StaffApproval;
  /** Undefined for those who may only see it. */
  readonly change: FormAction | undefined;
}

/** What staff need the owner's approval for. */
export function ApprovalPanel({ approval, change }: ApprovalPanelProps) {
  const options = choices();
  return (
    <Panel title={t("What needs your approval first")}>
      {change === undefined ? (
        <p>
          {options.find(({ value }) => value === approval)?.label}. {t("Only the account owner can change this.")}
        </p>
      ) : (
        <OperationForm
          action={change}
          label={t("What needs your approval first")}
          submitLabel={t("Save")}
          submitVariant="secondary"
          doneMessage={t("Saved.")}
          className="max-w-xl"
        >
          <RadioGroup
            name="approval"
            legend={t("Ask me before our provider's staff open")}
            options={options}
            defaultValue={approval}
            required
          />
        </OperationForm>
      )}
    </Panel>
  );
}

const choices = (): { value: StaffApproval; label: string; hint: string }[] => [
  { value: "off", label: t("Nothing"), hint: t("They give a reason, and you see what they opened.") },
  {
    value: "login-details",
    label: t("Login details"),
    hint: t(
      "Staff can't read login details in any case. They ask before they see which there are, and add, replace, delete or send them. Setting up what you ordered isn't included.",
    ),
  },
  {
    value: "everything",
    label: t("Everything"),
    hint: t("They ask before they open anything but the tickets and emails that you write to us."),
  },
];
