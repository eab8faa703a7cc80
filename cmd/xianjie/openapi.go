package main

import (
	"os"

	"xianjie/api"
	"xianjie/internal/fault"
)

// openapiCommand is `xianjie openapi`.
type openapiCommand struct {
	Out string `placeholder:"文件" help:"写到这个文件；不写时输出到屏幕。"`
}

// Run prints the description of the API.
func (cmd openapiCommand) Run(c *console) error {
	document, err := api.OpenAPI()
	if err != nil {
		return err
	}
	if cmd.Out == "" {
		_, err := c.out.Write(document)
		return err
	}
	if err := os.WriteFile(cmd.Out, document, 0o644); err != nil { //nolint:gosec // a public document
		return fault.Wrap(fault.Unavailable, "接口文档写不进文件 "+cmd.Out+"，请检查目录和权限", err)
	}
	return nil
}
