// Package access answers one question: may this role, granted in this region, do this action on this kind of object in that
// region? The answer is written in four reviewed files beside this one, all embedded:
//
//	model.conf     the Casbin model: how a request meets a policy line
//	policy.csv     which role may what, with inheritance through groups (domain 3.2)
//	roles.csv      the roles, their titles, and the level a grant of each must stand on
//	conflicts.csv  pairs of roles that one account may never hold together, each with its reason
//
// Casbin is the truth and is imported nowhere else. Its answers are compiled once, at New, into an immutable table, because a
// decision is taken for every request and every row of a list. The compilation is exact: the model looks at regions only
// through covers, so the pair covers(grant, region), covers(region, grant) is all that it can tell apart, and each of the four
// pairs is asked once per role, object and action. Nothing is reloaded: grants are read with the session on each request.
//
// What this package does not decide: the state of an application and co-signatures (the transition table of workflow),
// assignment and recusal (guards), and which rows and fields a person sees (the visibility function).
package access
