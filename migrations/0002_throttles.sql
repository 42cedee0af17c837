-- How often an account may call: see docs/operations.md.

-- A limit. Account 0 stands for every account without a line of its own for the action, the action * for all actions
-- together.
CREATE TABLE throttles (
    account_id BIGINT NOT NULL,
    action     TEXT   NOT NULL,
    calls_max  BIGINT NOT NULL,
    window_s   BIGINT NOT NULL,
    PRIMARY KEY (account_id, action)
) WITHOUT ROWID;

-- Calls in the window that goes on, where nodes share the database; an embedded store counts in memory.
CREATE TABLE throttle_counters (
    account_id      BIGINT NOT NULL,
    region_id       TEXT   NOT NULL,
    action          TEXT   NOT NULL,
    window_began_us BIGINT NOT NULL,
    calls           BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, action)
) WITHOUT ROWID;
