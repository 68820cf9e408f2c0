-- Why: a job that makes an edition may run twice (its server is killed before it is ticked off), and made two of them then. An
-- edition keeps which wish it answers: the position of the event that asked for it, or of a host's wish its time in
-- milliseconds; null where nobody asked, and in editions from before.
-- Locks: access exclusive on report_edition for an instant. Size: tens of rows for each jam.
alter table report_edition add column asked bigint;
