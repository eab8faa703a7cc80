package workflow

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/policy"
)

// SaveExpert asks for an account to be entered in the expert pool, or its entry to be changed. Version 0 enters it.
type SaveExpert struct {
	AccountID  string
	Version    int64
	Unit       string
	Field      string
	NativeCity string
	WorkCity   string
	Served     []string
	Active     bool
	Receipt    *Receipt
}

// SaveExpert keeps an entry of the 专家库. Errors: Forbidden, Invalid (places), NotFound (account), Stale.
func (s *Service) SaveExpert(ctx context.Context, actor Actor, in SaveExpert) (PoolExpert, error) {
	as := s.roleFor(actor, policy.Root().Code, "expert", "update")
	if as == "" {
		return PoolExpert{}, fault.New(fault.Forbidden, "专家库由评审组织员维护")
	}
	if err := in.validate(); err != nil {
		return PoolExpert{}, err
	}
	var e PoolExpert
	err := s.store.InTx(ctx, func(tx Tx) error {
		now, err := tx.Now()
		if err != nil {
			return err
		}
		if in.Version > 0 {
			if e, err = tx.Expert(in.AccountID); err != nil {
				return err
			}
		}
		e.AccountID, e.Version, e.UpdatedAt = in.AccountID, in.Version, now
		e.Unit, e.Field, e.NativeCity, e.WorkCity = strings.TrimSpace(in.Unit), strings.TrimSpace(in.Field), in.NativeCity, in.WorkCity
		e.Served, e.Active = slices.Clone(in.Served), in.Active
		if e.Served == nil {
			e.Served = []string{}
		}
		if err := tx.SaveExpert(&e); err != nil {
			return err
		}
		if e, err = tx.Expert(e.AccountID); err != nil { // with the account's name
			return err
		}
		if err := tx.AppendAudit(audit.Entry{Stream: "expert/" + e.AccountID, At: now, AccountID: actor.AccountID, Actor: actor.Name, Role: string(as),
			Region: policy.Root().Code, Action: "expert", Object: e.Code, Address: actor.Address}); err != nil {
			return err
		}
		return in.Receipt.keep(tx, e)
	})
	return e, err
}

func (in SaveExpert) validate() error {
	var places []fault.Place
	wrong := func(ok bool, location, message string) {
		if !ok {
			places = append(places, fault.Place{Location: location, Message: message})
		}
	}
	wrong(strings.TrimSpace(in.Unit) != "", "/unit", "请填写工作单位,自动回避以此比对")
	wrong(utf8.RuneCountInString(in.Unit) <= 200, "/unit", "单位名称过长")
	wrong(utf8.RuneCountInString(in.Field) <= 200, "/field", "专业领域过长")
	wrong(in.NativeCity == "" || isCity(in.NativeCity), "/nativeCity", "请填籍贯所在设区市的行政区划代码,省外留空")
	wrong(in.WorkCity == "" || isCity(in.WorkCity), "/workCity", "请填任职所在设区市的行政区划代码,省外留空")
	for _, code := range in.Served {
		_, known := policy.RegionByCode(code)
		wrong(known, "/served", "“"+code+"”不是本省的行政区划代码")
	}
	return fault.At("专家登记没有填对", places)
}

func isCity(code string) bool {
	r, known := policy.RegionByCode(code)
	return known && r.Level == policy.LevelCity
}

// Experts lists the whole pool by code.
func (s *Service) Experts(ctx context.Context, actor Actor) ([]PoolExpert, error) {
	if err := s.mayRead(actor, "expert"); err != nil {
		return nil, err
	}
	return s.store.ReadExperts(ctx)
}

// MayRegister are the holders of an expert's post who are not in the pool yet, for whoever keeps the pool; nobody for others.
func (s *Service) MayRegister(ctx context.Context, actor Actor, pool []PoolExpert) ([]Holder, error) {
	if s.roleFor(actor, policy.Root().Code, "expert", "update") == "" {
		return []Holder{}, nil
	}
	holders, err := s.store.Holders(ctx, Expert)
	return slices.DeleteFunc(holders, func(h Holder) bool {
		return slices.ContainsFunc(pool, func(e PoolExpert) bool { return e.AccountID == h.AccountID })
	}), err
}
