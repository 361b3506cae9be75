-- Meetings that were set aside are tried again now and then, so being parked no longer keeps a row out of the queue.
drop index outbox_waiting;
create index outbox_due on outbox (next_attempt_at) where done_revision < wanted_revision;
-- Meetings of one link are written in the order they took it.
create index meetings_uses_of_link on meetings (token_hash, booked_at) where token_hash is not null;
drop index meetings_token_hash;
