-- What copies have still to read: an object of these is not taken away before.

CREATE INDEX snapshots_to_be_copied ON snapshots (copied_region_id, copied_path) WHERE status = 'progressing';
