-- compatible: the function of a trigger; votes of the version before are held to the same time

-- A vote is compared with the deadline by the very time it is stored with. The one before compared first and took the time at the end: a vote
-- that was begun in the last milliseconds could be stored with a time after the deadline.
CREATE OR REPLACE FUNCTION portcullis_vote_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM portcullis_decision_is_open(new."accountId", new."decisionId", false);
  IF new."round" <> (SELECT "round" FROM "Decision" WHERE "accountId" = new."accountId" AND "id" = new."decisionId") THEN
    RAISE EXCEPTION 'another round is open' USING errcode = 'check_violation', constraint = 'DecisionVote_round';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "DecisionInvitation" WHERE "accountId" = new."accountId" AND "decisionId" = new."decisionId"
      AND "contactId" = new."contactId" AND "mayVote")
    OR EXISTS (SELECT 1 FROM "DecisionRecusal" WHERE "accountId" = new."accountId" AND "decisionId" = new."decisionId"
      AND "contactId" = new."contactId") THEN
    RAISE EXCEPTION 'not invited to vote, or recused' USING errcode = 'check_violation', constraint = 'DecisionVote_voter';
  END IF;
  -- As the column stores it: rounded up it could be the deadline itself.
  new."castAt" := date_trunc('milliseconds', clock_timestamp());
  IF new."castAt" >= (SELECT "voteBy" FROM "Decision" WHERE "accountId" = new."accountId" AND "id" = new."decisionId") THEN
    RAISE EXCEPTION 'the deadline has passed' USING errcode = 'check_violation', constraint = 'Decision_deadline';
  END IF;
  RETURN new;
END
$$;
