-- +goose Up
-- The dimension means of a written result beside its mean, so that a ranking reads neither marks nor workings. The body still says all.
ALTER TABLE results ADD COLUMN dims TEXT GENERATED ALWAYS AS (json_extract(body, '$.Stage.Dims')) VIRTUAL;

-- +goose Down
ALTER TABLE results DROP COLUMN dims;
