/** The values of enums in the order of their declaration, which is the database's, for lists that are sorted by one. */
export {
  AccountStatus,
  AuditOutcome,
  ContactStatus,
  DiscussionFrequency,
  DiscussionLevel,
  MailStatus,
  PaymentStatus,
  RequestStatus,
  ServiceStatus,
} from "./generated/enums";
