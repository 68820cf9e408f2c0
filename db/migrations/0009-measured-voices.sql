-- Why: what rises, what is least heard, what is open and which small voices there are is measured after each computation of
-- themes and read many times. Lock: access exclusive on theme_state, for an instant; no row is rewritten. Size: any.
alter table theme_state add column measures jsonb not null default '{}';
