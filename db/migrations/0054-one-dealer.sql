-- Why: who rates asks for her next ideas, and the server deals to all who ask meanwhile in one transaction of its own
-- (src/rating/open-dealer.ts). People's own transactions need to change no count any more, so they may not.
-- Locks: ballot_idea and ballot_hub for the moment. Size: no change.
drop policy ballot_idea_dealt on ballot_idea;
revoke update (shown, places) on ballot_idea from dandelion_app;
drop policy ballot_hub_dealt on ballot_hub;
drop policy ballot_hub_again on ballot_hub;
revoke insert on ballot_hub from dandelion_app;
revoke update (shown) on ballot_hub from dandelion_app;
