package identity

// Receipt binds a caller-made key (Idempotency-Key) to the one result of a command. Its answer is written in the transaction of the
// command itself: both are kept, or neither.
type Receipt struct {
	Token  string
	Encode func(Account) Answer // the answer a repetition will get; never with a password in it
}

// Answer is a kept HTTP answer.
type Answer struct {
	Status int
	ETag   string
	Body   []byte
}

// keep stores the answer to a inside tx; a nil receipt keeps nothing.
func (r *Receipt) keep(tx Tx, a Account) error {
	if r == nil {
		return nil
	}
	a.PasswordHash = Secret{}
	return tx.KeepAnswer(r.Token, r.Encode(a))
}
