package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"xianjie/internal/typeset"
)

// helpColumns is the width of help on a screen.
const helpColumns = 92

// help prints the help of a command, or of the program, in Chinese.
func help(_ kong.HelpOptions, ctx *kong.Context) error {
	node := ctx.Selected()
	if node == nil {
		node = ctx.Model.Node
	}
	usage := "用法：" + node.FullPath()
	if len(node.Children) > 0 {
		usage += " <命令>"
	}
	usage += " [选项]"
	for _, p := range node.Positional {
		usage += " " + positional(p)
	}
	w := ctx.Stdout
	fmt.Fprintf(w, "%s\n\n%s\n", usage, node.Help)
	if node.Detail != "" {
		fmt.Fprintf(w, "\n%s\n", node.Detail)
	}
	var rows [][2]string
	for _, child := range node.Children {
		rows = append(rows, [2]string{child.Name, child.Help})
	}
	twoColumns(w, "命令", rows)
	rows = nil
	for _, p := range node.Positional {
		rows = append(rows, [2]string{positional(p), p.Help})
	}
	twoColumns(w, "参数", rows)
	twoColumns(w, "选项", options(node))
	if len(node.Children) > 0 {
		fmt.Fprintf(w, "\n运行 %s <命令> --help 看每个命令的说明。\n", node.FullPath())
	}
	return nil
}

func positional(p *kong.Positional) string {
	name := p.Name
	if p.IsCumulative() {
		name += "…"
	}
	return name
}

// options lists the flags of a command and those it takes over from above, each with its environment variable and default.
func options(node *kong.Node) [][2]string {
	var rows [][2]string
	for _, level := range node.AllFlags(true) {
		for _, f := range level {
			if f.Name == "help" {
				rows = append(rows, [2]string{"-h, --help", "显示本说明。"})
				continue
			}
			name := "--" + f.Name
			if !f.IsBool() {
				name += " " + f.FormatPlaceHolder()
			}
			text := f.Help
			if f.HasDefault && f.Default != "" {
				text += "默认 " + f.Default + "。"
			}
			if len(f.Envs) > 0 {
				text += "环境变量 " + strings.Join(f.Envs, "、") + "。"
			}
			rows = append(rows, [2]string{name, text})
		}
	}
	return rows
}

func twoColumns(w io.Writer, title string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	first := 0
	for _, r := range rows {
		first = max(first, typeset.Columns(r[0]))
	}
	fmt.Fprintf(w, "\n%s：\n", title)
	for _, r := range rows {
		name := r[0]
		for _, line := range typeset.Wrap(r[1], helpColumns-first-4) {
			fmt.Fprintf(w, "  %s  %s\n", typeset.Pad(name, first), line)
			name = ""
		}
	}
}
