-- While one version takes over from another, each fills views that the other does not know: their work is shared among
-- nodes of one program only.
alter table es.node add column program text;
