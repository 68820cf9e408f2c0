-- Why: a computation begins from the contributions that none has placed (new ones, and those that hosts put somewhere), and
-- a conversation that has many of them is computed sooner; nobody wants to read all places for that.
-- Locks: share on theme_place while the index is built. Size: some 100,000 rows take less than a second.
create index theme_place_unsettled on theme_place (venue_id) where provisional or by_host;
