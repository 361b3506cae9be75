-- What is forgotten after a time is found by its age, so that looking for it costs no more when there is much of it.

create index mail_jobs_over on mail_jobs (coalesce(sent_at, bounced_at, created_at))
 where state in ('sent', 'dropped', 'bounced');
create index mail_tokens_created_at on mail_tokens (created_at);
create index retired_manage_tokens_retired_at on retired_manage_tokens (retired_at);
create index email_codes_expires_at on email_codes (expires_at);
create index link_requests_done_at on link_requests (done_at);
create index meeting_actions_done_at on meeting_actions (done_at);
