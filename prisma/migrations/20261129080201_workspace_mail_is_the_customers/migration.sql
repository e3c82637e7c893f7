-- compatible: the version before hides them from staff as well, by the filter of its permission
-- Emails about the workspace are for those they were sent to. Their subjects may already be the title of a proposal or of a
-- private group, so staff read nothing of them, even where a query has no filter.
DROP POLICY staff_reads ON "OutboxMail";
CREATE POLICY staff_reads ON "OutboxMail" FOR SELECT TO portcullis_staff USING ("kindKey" <> 'workspace');
