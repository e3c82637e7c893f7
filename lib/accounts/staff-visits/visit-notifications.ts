import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { NotificationKind } from "@/lib/platform/operations/notification-kind";
import { seenIf } from "@/lib/platform/operations/seen-with-record";
import { canSome } from "@/lib/policy/evaluate";

const none = { id: { in: [] } };

/** For those who see staff access on the account: somebody asks for it, or has it in an emergency. */
export const visitNotifications: NotificationKind = {
  kind: "staff-visit",
  ...seenIf(({ viewer }) => canSome(viewer, "settings.staff-access.view")),
  present: ({ staffVisit }) => {
    const name = staffVisit?.staffName ?? "";
    return {
      title: staffVisit?.emergency ? t("Emergency access of {name}", { name }) : t("{name} asks for access", { name }),
      detail: t("Our staff need a reason to open your records. You see it there."),
      path: "/settings/staff-access",
    };
  },
  why: msg("You can see which of our staff have access to this account."),
};

/** For whoever of staff asked. */
export const visitAnswers: NotificationKind = {
  kind: "staff-visit-answer",
  visible: ({ viewer }) =>
    canSome(viewer, "staff.accounts.find") ? { staffVisit: { is: { personId: viewer.subject.personId } } } : none,
  present: ({ staffVisit }) => ({
    title: staffVisit?.approval === "approved" ? t("Access approved") : t("Access refused"),
    detail: "",
    path: "/staff-visit",
  }),
  why: msg("You asked for access to this account."),
};

/** For the managers who can confirm it. */
export const emergencies: NotificationKind = {
  kind: "staff-emergency",
  visible: ({ viewer }) =>
    canSome(viewer, "staff.emergency.use") ? { staffVisit: { is: { emergency: true } } } : none,
  present: ({ staffVisit }) => ({
    title: t("{name} asks for emergency access", { name: staffVisit?.staffName ?? "" }),
    detail: t("A second manager has to confirm it."),
    path: "/staff-visit",
  }),
  why: msg("Emergency access needs two managers."),
};
