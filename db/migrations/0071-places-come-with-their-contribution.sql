-- Why: what is kept beside each contribution (who has read it, its theme, its fold) goes with the contribution, which goes with its
-- venue. That the venue is there was asked again for each of them, and each asking held the row of the venue: three more for
-- every contribution that somebody writes.
-- Locks: access exclusive on exposure, theme_place and fold_text for an instant. Size: no change.
alter table exposure drop constraint exposure_venue_id_fkey;
alter table theme_place drop constraint theme_place_venue_id_fkey;
alter table fold_text drop constraint fold_text_venue_id_fkey;
