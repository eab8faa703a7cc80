// Package identity knows who is at the other end: accounts and their grants, passwords, sessions, the braking of guesses, and
// the client's address. It decides nothing about rights in the programme; that is policy/access with the grants found here.
//
// # Accounts
//
// An account is a unit and a post ("蓬莱区乡村振兴局 填报岗"), never a natural person. Grants (role, region) are rows of it and
// are read with the session in one port call per request, so that a removed right acts at once. The three administrators are
// separated: who may call the administrative methods is decided by the caller through access; this package holds what no role
// may do: nobody grants anything to himself, two forbidden roles never meet on one account, the last active account of each
// administrator kind can neither be disabled nor lose its grant, and an administrator's password is reset only at the server's
// own command line (else the administrator of accounts could become any other).
//
// # Passwords and sessions
//
// Passwords are hashed with argon2id behind a semaphore, so that memory and processor stay bounded however many sign in at
// once; who would wait too long is told when to come back. A session is a random 256-bit token, kept only as its SHA-256. It
// ends after a time without use, after an absolute time, at sign-out, and with all others of the account when the password
// changes or the account is disabled.
//
// # Guessing
//
// Each attempt is counted before the password is looked at, so that many at once gain nothing, and taken back on success.
// Attempts are counted per (login, address) with a growing pause. A second count per login, over addresses that have never
// signed in to it, brakes guesses from many places; an address that has once signed in is never touched by it, so nobody can
// lock an official out of his own office. Counts live in the database: replicas share them. Logins are counted only as
// digests, because people type passwords into the wrong field. Unknown logins cost the same time and leave the same counts.
//
// # Events
//
// Everything that happens to an account is handed to Tx.Record in the transaction that does it. Attempts for logins that do
// not exist are counted but not recorded: anyone could fill the record with them.
package identity
