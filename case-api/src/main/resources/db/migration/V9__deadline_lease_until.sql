-- What ended is looked up by when it ended.
create index deadline_lease_until on es.deadline_lease (until);
