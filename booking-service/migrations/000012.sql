-- When a mail was refused for good: Sync Health shows the recent ones. Those refused before have only the time they were queued.

alter table mail_jobs add column bounced_at timestamptz;
