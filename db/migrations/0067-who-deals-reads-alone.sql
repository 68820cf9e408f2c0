-- Why: which ideas were dealt to the people of a hub is nobody's but the dealer's, who has a transaction of the server's own
-- (docs/decisions/014). People's own transactions could still read it, and needed nothing of it.
-- Locks: ballot_hub for the moment. Size: no change.
drop policy ballot_hub_read on ballot_hub;
revoke all on ballot_hub from dandelion_app;
