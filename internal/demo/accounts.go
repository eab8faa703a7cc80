package demo

import (
	"context"

	"golang.org/x/sync/errgroup"

	"xianjie/internal/identity"
	"xianjie/workflow"
)

// Password is every demonstration account's password; it is printed at start and opens nothing but demonstration data.
const Password = "Yanshi-2022-Xianjie"

// Enrol makes the cast's accounts with their grants and returns them as actors by login.
func Enrol(ctx context.Context, accounts *identity.Service, cast []Official) (map[string]workflow.Actor, error) {
	ids := make([]string, len(cast))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(2) // hashing a password is meant to be dear
	for i, official := range cast {
		group.Go(func() error {
			account, _, err := accounts.CreateAccount(ctx, identity.Console, "", identity.NewAccount{Login: official.Login, Name: official.Name,
				Unit: official.Unit, Password: identity.NewSecret(Password), KeepPassword: true})
			if err != nil {
				return err
			}
			ids[i] = account.ID
			_, _, err = accounts.AddGrant(ctx, identity.Act{By: identity.Console, Account: account.ID}, string(official.Role), official.Region)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	actors := make(map[string]workflow.Actor, len(cast))
	for i, official := range cast {
		actors[official.Login] = workflow.Actor{AccountID: ids[i], Name: official.Name, Unit: official.Unit, Address: "127.0.0.1",
			Grants: []workflow.Grant{{Role: official.Role, Region: official.Region}}}
	}
	return actors, nil
}
