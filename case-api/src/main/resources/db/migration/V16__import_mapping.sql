alter table imports.job alter zone drop not null, add mapping varchar(80) collate "C";
comment on column imports.job.mapping is 'Id and version of the mapping the file is read by; null until its columns are known.';
alter table imports.reject alter field type varchar(100);
