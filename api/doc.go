// Package api is the HTTP face of the house: it decodes a request, calls the centre, and encodes the answer. Nothing is decided
// here but who is asking and how an answer is spelled; rules, states and visibility belong to workflow and policy.
//
// # How a request travels
//
//	visit      a request gets its number, its place in the log and its deadline        (visit.go, log.go)
//	guards     panics, cross-site posts, unreadable addresses                          (middleware.go)
//	entry      session → actor with grants read fresh; the route's right              (entry.go)
//	intake     size, content type and, for commands, the JSON itself                   (intake.go, strict.go)
//	receipt    Idempotency-Key                                                         (receipt.go)
//	huma       parameters and bodies against their types; then the noun's handler      (one file per noun)
//
// Whatever goes wrong on the way becomes application/problem+json in errors.go and nowhere else.
//
// # Adding a route
//
// Register it in its noun's file with an operation that names object and action as policy/access knows them, add its line to
// testdata/routes.csv, and run the tests with -update for the OpenAPI document.
package api
