-- Queries that read more with every meeting there ever was.

-- One-time codes of a link are counted before another one is sent. Few rows: all other mails belong to a meeting.
create index mail_jobs_codes on mail_jobs (token_hash, created_at) where kind = 'code';

-- The meeting that has waited longest comes first; those that wait need not be sorted for each one that is taken up.
create index outbox_in_line on outbox (waiting_since, next_attempt_at) where done_revision < wanted_revision;
