package workflow

import (
	"context"

	"xianjie/internal/proposal"
)

// changeFacts loads what a change is judged on, under the account's lock.
func (c *fundCase) changeFacts(tx Tx) (changeFacts, error) {
	f := changeFacts{App: c.App, Pack: c.Pack, PackNo: c.PackNo, Now: c.Now, Account: c.Account}
	base, err := tx.FundPlanBody(c.App.ID, c.Account.PlanVersion)
	if err != nil {
		return f, err
	}
	city, err := tx.CityFundPlan(c.App.ID)
	if err != nil {
		return f, err
	}
	if err := f.read(base, city); err != nil {
		return f, err
	}
	if f.Books, err = tx.FundBooks(c.App.ID); err != nil {
		return f, err
	}
	around, err := tx.Surroundings(c.App, WantWaivers)
	f.Waivers = around.Waivers
	return f, err
}

// readChangeFacts is the same outside a transaction, for showing.
func (s *Service) readChangeFacts(ctx context.Context, actor Actor, app Application) (changeFacts, error) {
	c, err := s.showing(ctx, actor, app)
	if err != nil {
		return changeFacts{}, err
	}
	f := changeFacts{App: app, Pack: c.Pack, PackNo: c.PackNo, Now: c.Now}
	if f.Account, err = s.store.ReadFundAccount(ctx, app.ID); err != nil {
		return f, err
	}
	base, err := s.store.ReadFundPlan(ctx, app.ID, f.Account.PlanVersion)
	if err != nil {
		return f, err
	}
	city, err := s.store.ReadCityFundPlan(ctx, app.ID)
	if err != nil {
		return f, err
	}
	if err := f.read(base, city); err != nil {
		return f, err
	}
	if f.Books, err = s.store.ReadFundBooks(ctx, app.ID); err != nil {
		return f, err
	}
	around, err := s.store.ReadSurroundings(ctx, app, WantWaivers)
	f.Waivers = around.Waivers
	return f, err
}

func (f *changeFacts) read(base, city FundPlan) error {
	var err error
	if f.Base, _, err = proposal.Decode(base.Body); err != nil {
		return err
	}
	f.CityNo = city.Version
	f.City, _, err = proposal.Decode(city.Body)
	return err
}
