-- Why: each vote asked whether its venue is there, and for that took a lock on the one row that all votes of a jam share.
--   A vote stands with its contribution, which asks the same: votes go when it goes. Locks: vote and venue, for an instant.
--   Size: nothing is read.
alter table vote drop constraint vote_venue_id_fkey;
