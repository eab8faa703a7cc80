package main

import (
	"context"
	"fmt"
	"time"

	"xianjie/internal/identity"
	"xianjie/internal/store"
	"xianjie/policy"
	"xianjie/policy/access"
	"xianjie/workflow"
)

// people are the sessions requests are sent with: the signer of each county and the reviewer of each city, by region
// code, and experts.
type people struct {
	admin     workflow.Actor
	signers   map[string]string
	reviewers map[string]string
	experts   []seat
}

// password opens nothing but a database that is dropped when the program ends.
const password = "Bench-2022-Xianjie"

// enrol makes the accounts and signs everybody in. Only the cost of hashing is lowered: no measured request hashes a password.
func enrol(ctx context.Context, s *store.Store) (people, error) {
	p := people{signers: map[string]string{}, reviewers: map[string]string{}}
	door, err := access.New()
	if err != nil {
		return p, err
	}
	config := identity.Defaults()
	config.Clock = time.Now
	config.RegionExists = func(code string) bool { _, ok := policy.RegionByCode(code); return ok }
	config.Hashing.Memory, config.Hashing.Time = 8, 1
	accounts, err := identity.New(s.Identity(), door, config)
	if err != nil {
		return p, err
	}
	id, _, err := signIn(ctx, accounts, "sheng", workflow.ProvAdmin, policy.Root().Code)
	if err != nil {
		return p, err
	}
	p.admin = workflow.Actor{AccountID: id, Name: "省级管理员", Address: "127.0.0.1", Grants: []workflow.Grant{{Role: workflow.ProvAdmin, Region: policy.Root().Code}}}
	for _, region := range policy.Regions() {
		role, into := workflow.CountySigner, p.signers
		switch region.Level {
		case policy.LevelProvince:
			continue
		case policy.LevelCity:
			role, into = workflow.CityReviewer, p.reviewers
		}
		if _, into[region.Code], err = signIn(ctx, accounts, region.Code, role, region.Code); err != nil {
			return p, err
		}
	}
	for i := range expertAccounts {
		id, token, err := signIn(ctx, accounts, fmt.Sprintf("zj%02d", i), workflow.Expert, policy.Root().Code)
		if err != nil {
			return p, err
		}
		p.experts = append(p.experts, seat{account: id, token: token})
	}
	return p, nil
}

func signIn(ctx context.Context, accounts *identity.Service, login string, role workflow.Role, region string) (id, token string, err error) {
	a, _, err := accounts.CreateAccount(ctx, identity.Console, "", identity.NewAccount{Login: "bench-" + login, Name: login + role.Label(), Unit: role.Label(),
		Password: identity.NewSecret(password), KeepPassword: true})
	if err != nil {
		return "", "", err
	}
	if _, _, err := accounts.AddGrant(ctx, identity.Act{By: identity.Console, Account: a.ID}, string(role), region); err != nil {
		return "", "", err
	}
	opened, _, err := accounts.SignIn(ctx, identity.SignIn{Login: a.Login, Password: identity.NewSecret(password), Address: "127.0.0.1"})
	return a.ID, opened.Reveal(), err
}
