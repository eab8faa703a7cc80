package workflow

import (
	"strconv"
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"

	"xianjie/internal/review"
	"xianjie/policy"
)

// Service is the one path by which anything about an application changes.
type Service struct {
	store  Store
	access Access
	newID  func() string
	packs  *sync.Map // batch and version → *policy.Pack; packs are immutable, so this can never be stale

	// documents are assembled documents by application and version, or snapshot number: the row is read before its document, and
	// every change of a draft or its files raises the version, so a key never means two contents to a later reader.
	documents *lru.Cache[string, []byte]
}

// keptDocuments bounds the cache: about 40 MB of 60-project documents.
const keptDocuments = 512

// New makes the service. newID makes unique row ids.
func New(store Store, access Access, newID func() string) *Service {
	documents, err := lru.New[string, []byte](keptDocuments)
	if err != nil {
		panic(err) // only for a size below one
	}
	return &Service{store: store, access: access, newID: newID, packs: &sync.Map{}, documents: documents}
}

// pack parses a pack version once and keeps it.
func (s *Service) pack(p PackVersion, body func() ([]byte, error)) (*policy.Pack, error) {
	if known, ok := s.packs.Load(p.key()); ok {
		return known.(*policy.Pack), nil
	}
	text, err := body()
	if err != nil {
		return nil, err
	}
	parsed, err := policy.ParsePack(text)
	if err != nil {
		return nil, err
	}
	parsed = parsed.As(policy.PackRef{Version: p.Version, DocNo: p.DocNo})
	s.packs.Store(p.key(), parsed)
	return parsed, nil
}

// packIn is the pack in force at an instant, inside a transaction.
func (s *Service) packIn(tx Tx, c *Case) error {
	p, err := tx.PackAt(c.App.BatchID, c.Now)
	if err != nil {
		return err
	}
	c.PackNo = p.Version
	c.Pack, err = s.pack(p, func() ([]byte, error) { return tx.PackBody(p.BatchID, p.Version) })
	return err
}

// setupIn is how a batch reviews, inside a transaction: by its pinned pack version once review has opened, else by the one in force.
func (s *Service) setupIn(tx Tx, b Batch, inForce *policy.Pack) (review.Setup, error) {
	return s.setup(b, inForce, func() ([]byte, error) { return tx.PackBody(b.ID, b.ReviewPack) })
}

// setup is setupIn over any reader of the pinned version.
func (s *Service) setup(b Batch, inForce *policy.Pack, body func() ([]byte, error)) (review.Setup, error) {
	if b.ReviewPack == 0 {
		return inForce.Review, nil
	}
	pinned, err := s.pack(PackVersion{BatchID: b.ID, Version: b.ReviewPack, Digest: "pinned"}, body)
	if err != nil {
		return review.Setup{}, err
	}
	return pinned.Review, nil
}

// system is the actor of the program's own timed steps.
func system() Actor {
	return Actor{AccountID: "system", Name: "系统", Grants: []Grant{{Role: System, Region: policy.Root().Code}}}
}

// key names one immutable text of one version: a pack still in CONFIG may be replaced under the same version.
func (p PackVersion) key() string { return p.BatchID + "/" + strconv.Itoa(p.Version) + "/" + p.Digest }
