import { Checkbox, type CheckboxProps } from "@/components/ui/checkbox";

/** A setting that is on or off: a checkbox styled as a switch, submitted like any other. */
export function Switch(props: Omit<CheckboxProps, "asSwitch" | "required">) {
  return <Checkbox asSwitch {...props} />;
}
