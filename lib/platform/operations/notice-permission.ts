import type { Permission } from "@/lib/policy/permissions";

/** A permission that decides who receives a kind of notification. */
export type NoticePermission = Extract<Permission, `notices.${string}`>;
