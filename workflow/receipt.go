package workflow

// Receipt binds a caller-made key (Idempotency-Key) to the one result of a command. Its answer is written in the transaction
// of the command itself, so that a retry after a lost connection finds exactly what happened.
type Receipt struct {
	Token  string                  // lease made by Receipts.Begin
	Encode func(result any) Answer // the answer the caller will get
}

// Answer is a kept HTTP answer.
type Answer struct {
	Status int
	ETag   string
	Body   []byte
}

// keep stores the answer to result inside tx; a nil receipt keeps nothing.
func (r *Receipt) keep(tx Tx, result any) error {
	if r == nil {
		return nil
	}
	return tx.KeepAnswer(r.Token, r.Encode(result))
}
