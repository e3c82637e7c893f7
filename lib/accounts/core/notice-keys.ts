import { permissionKeys } from "@/lib/policy/permissions";

type Notice = Extract<(typeof permissionKeys)[number], `notices.${string}`>;

/** The notifications that can be granted individually. */
export const noticeKeys = permissionKeys.filter((key): key is Notice => key.startsWith("notices.")) as [
  Notice,
  ...Notice[],
];
