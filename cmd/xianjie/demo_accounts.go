package main

import (
	"encoding/json"
	"os"

	"xianjie/internal/demo"
	"xianjie/internal/fault"
)

// demoAccount is one demonstration account as programs read it.
type demoAccount struct {
	Login    string `json:"login"`
	Password string `json:"password"`
	Name     string `json:"name"`
	Unit     string `json:"unit"`
	Role     string `json:"role"`
	Region   string `json:"region"`
}

// writeAccounts puts the cast, in its order, into a file only its owner reads.
func writeAccounts(path string, cast []demo.Official) error {
	accounts := make([]demoAccount, len(cast))
	for i, o := range cast {
		accounts[i] = demoAccount{Login: o.Login, Password: demo.Password, Name: o.Name, Unit: o.Unit, Role: string(o.Role), Region: o.Region}
	}
	text, err := json.MarshalIndent(accounts, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, append(text, '\n'), 0o600); err != nil {
		return fault.Wrap(fault.Unavailable, "账号文件写不进去："+path, err)
	}
	return nil
}
