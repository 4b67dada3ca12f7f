-- The journal is listed and downloaded by booking day; so the one by time, which nobody asks for, is not needed.
create index journal_entry_by_booking_day on journal_entry (booking_day, booked_at, entry_id);
drop index journal_entry_by_time;
