-- The flag of an entry's newest published version governs all its versions, also after that one was retired: without
-- the versions that are retired the index could not answer for a look back at an earlier edition.
drop index entry_withheld;
create index entry_withheld on entry (root_id) where internal and published_at is not null;
