package store_test

import (
	"testing"

	"xianjie/internal/store/storetest"
)

func TestConformance(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) { storetest.Run(t, storetest.SQLite) })
	t.Run("postgres", func(t *testing.T) { storetest.Run(t, storetest.Postgres) })
}
