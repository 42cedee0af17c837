-- Exports that ended well, by image: an export asks whether there was one of the same names before.

CREATE INDEX tasks_exported ON tasks (account_id, region_id, image_id) WHERE action = 'ExportImage' AND status = 'Finished';
