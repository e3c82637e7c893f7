/** The database roles that transactions run as. They own nothing and can't sign in; the portal's login enters them. */
export const portalRoles = [
  "portcullis_app",
  "portcullis_staff",
  "portcullis_identity",
  "portcullis_worker",
  "portcullis_sandbox",
] as const;

export type PortalRole = (typeof portalRoles)[number];
