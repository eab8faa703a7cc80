-- +goose Up
-- The dimension means of a written result beside its mean, so that a ranking reads neither marks nor workings. The body still says all.
ALTER TABLE results ADD COLUMN dims TEXT GENERATED ALWAYS AS (body::json -> 'Stage' ->> 'Dims') STORED;

-- +goose Down
ALTER TABLE results DROP COLUMN dims;
