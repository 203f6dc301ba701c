create table seen (case_id uuid not null, version bigint not null, primary key (case_id, version));
create table total (segment int primary key, n bigint not null);
