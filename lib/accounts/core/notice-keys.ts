import { permissionKeys } from "@/lib/policy/permissions";

type Notice = Extract<(typeof permissionKeys)[number], `notices.${string}`>;

/** The notices that can be given one by one. */
export const noticeKeys = permissionKeys.filter((key): key is Notice => key.startsWith("notices.")) as [
  Notice,
  ...Notice[],
];
