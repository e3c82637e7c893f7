import { Checkbox, type CheckboxProps } from "@/components/ui/checkbox";

/** A setting that is on or off: a checkbox drawn as a switch, sent with the form like any other. */
export function Switch(props: Omit<CheckboxProps, "asSwitch" | "required">) {
  return <Checkbox asSwitch {...props} />;
}
