import { isValidElement, type ReactNode } from "react";
import { DateTime, type DateTimeProps } from "@/components/ui/date-time";
import { Money, type MoneyProps } from "@/components/ui/money";
import { RelativeTime, type RelativeTimeProps } from "@/components/ui/relative-time";
import type { SentValue } from "@/components/ui/row-text";
import { Status, type StatusProps } from "@/components/ui/status";

/**
 * An amount, a time or a status as the few values that `TableRows` draws it from; everything else as it is. A page of 25
 * rows has a hundred of them, and each element is a row of its own in what React sends.
 */
export function sentValue(content: ReactNode): ReactNode | SentValue {
  if (!isValidElement(content)) return content;
  switch (content.type) {
    case Money:
      return amount(Money(content.props as MoneyProps));
    case DateTime:
      return time(DateTime(content.props as DateTimeProps));
    case RelativeTime:
      return time(RelativeTime(content.props as RelativeTimeProps));
    case Status:
      return status(content.props as StatusProps) ?? content;
    default:
      return content;
  }
}

const amount = ({ props }: ReturnType<typeof Money>): SentValue => ({ data: props.value, text: props.children });

const time = ({ props }: ReturnType<typeof DateTime>): SentValue => ({
  time: props.dateTime,
  ...(props.title && { title: props.title }),
  text: props.children,
});

const status = ({ tone = "neutral", children }: StatusProps): SentValue | undefined =>
  typeof children === "string" ? { tone, text: children } : undefined;
