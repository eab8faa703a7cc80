#!/usr/bin/env bash
# The race detector over what runs at once: scripts/race.sh [-list]. It makes a program some ten times slower and finds only what happens
# while the test runs, so the long sequential suites (every cell, every route in two worlds, every file of the hostile ones) are left to
# the plain run. Of the packages that hold those, here run
#   - each test that starts work beside itself: its body has goroutines, calls a helper that has, or its name says AtOnce;
#   - the journeys named below, through the whole program.
# All other packages run whole. A new test with goroutines is taken in by itself.
set -euo pipefail
cd "$(dirname "$0")/.."

beside='atOnce\(|go func|\.Go\(|WaitGroup|errgroup|Workers|[^[:alnum:]]go [[:alnum:].]+\('
long=(./api ./workflow ./cmd/xianjie ./internal/dossier ./internal/report)
journeys=(TestAnApplicationTravelsToTheProvince TestPageExcelAPIAndSQLTotalsAgree TestTheDemonstrationWalksAndLeavesAHealthyDatabase
  TestAFreshDossierIsSound TestEverySampleComesBackAsItWent)

# tests PACKAGE prints the tests that start work beside themselves.
tests() {
  awk -v beside="$beside" '
    /^func /     { name = match($0, /^func Test[A-Za-z0-9_]+/) ? substr($0, 6, RLENGTH - 5) : "" }
    name != "" && ($0 ~ beside || name ~ /AtOnce/) && !(name in seen) { seen[name] = 1; print name }
  ' "$1"/*_test.go
}

# pattern PACKAGE prints what go test -run takes.
pattern() {
  local all
  all=$(tests "$1"; printf '%s\n' "${journeys[@]}")
  printf '^(%s)$' "$(paste -sd '|' <<<"$all")"
}

if [[ ${1:-} == -list ]]; then
  for package in "${long[@]}"; do echo "$package $(pattern "$package")"; done
  exit 0
fi

export CGO_ENABLED=1
status=0
mapfile -t whole < <(go list ./... | grep -vxF -f <(go list "${long[@]}"))
go test -race -count=1 -timeout=20m "${whole[@]}" || status=1
for package in "${long[@]}"; do
  said=$(go test -race -count=1 -timeout=20m -run "$(pattern "$package")" "$package" 2>&1) || status=1
  echo "$said"
  # A selection of nothing would pass and prove nothing.
  if grep -q 'no tests to run' <<<"$said"; then
    echo "$package：没有选中任何测试" >&2
    status=1
  fi
done
exit $status
