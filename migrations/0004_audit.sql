-- The audit log: see docs/audit.md. A trail is a chain of events. The one of a catalogue has the name of its region; the one
-- of an account, of who may do what in it and of what was refused, has none. Account 0 has what was refused to nobody who is known.

-- Where the trail of a catalogue ends: in the row that every write takes anyway.
ALTER TABLE catalogues ADD COLUMN audit_sequence BIGINT NOT NULL DEFAULT 0;
ALTER TABLE catalogues ADD COLUMN audit_hash TEXT NOT NULL DEFAULT '';

-- Where the trail of an account ends.
CREATE TABLE audit_trails (
    account_id BIGINT NOT NULL,
    sequence   BIGINT NOT NULL,
    hash       TEXT   NOT NULL,
    PRIMARY KEY (account_id)
) WITHOUT ROWID;

-- All there is of an event; its hash is over all of it and the hash before. Nothing of an event stands in a column of its own:
-- what is searched is what was hashed.
CREATE TABLE audit_events (
    account_id BIGINT NOT NULL,
    trail      TEXT   NOT NULL,
    sequence   BIGINT NOT NULL,
    at_us      BIGINT NOT NULL,
    hash       TEXT   NOT NULL,
    event      TEXT   NOT NULL,
    PRIMARY KEY (account_id, trail, sequence)
);

-- The last event that is no longer kept: what the first that is kept follows.
CREATE TABLE audit_anchors (
    account_id BIGINT NOT NULL,
    trail      TEXT   NOT NULL,
    sequence   BIGINT NOT NULL,
    hash       TEXT   NOT NULL,
    PRIMARY KEY (account_id, trail)
) WITHOUT ROWID;
