-- The nodes that are at work, see org.shaodao.nodes.Nodes. Lost in a crash of the database: whoever is there says so again.
create unlogged table es.node (
    id text primary key,
    seen_at timestamptz not null
);
