-- Why: a text that quotes another and adds words of its own stood folded with it, so that who rejects something was counted among
-- those who want it. What was folded is looked at again, in the background.
-- Locks: access exclusive on fold_text for the writing of one flag in the rows of folded contributions. Size: no change.
alter table fold_text no force row level security;
update fold_text set waiting = true where origin_id is not null;
alter table fold_text force row level security;
