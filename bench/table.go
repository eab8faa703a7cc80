package main

import (
	"fmt"
	"io"
	"strings"
)

// print writes the figures as a table that stands straight in a terminal: a Chinese character is two columns wide.
func printTable(to io.Writer, figures []figure) {
	lines := [][]string{{"指标", "本系统", "对照", "比值或实测", "首期要求", "目标", "结论"}}
	for _, f := range figures {
		lines = append(lines, f.cells())
	}
	widths := make([]int, len(lines[0]))
	for _, line := range lines {
		for i, cell := range line {
			widths[i] = max(widths[i], width(cell))
		}
	}
	for n, line := range lines {
		for i, cell := range line {
			fmt.Fprint(to, "| ", cell, strings.Repeat(" ", widths[i]-width(cell)+1))
		}
		fmt.Fprintln(to, "|")
		if n == 0 {
			for _, w := range widths {
				fmt.Fprint(to, "|", strings.Repeat("-", w+2))
			}
			fmt.Fprintln(to, "|")
		}
	}
}

// width is how many columns a text takes.
func width(text string) int {
	columns := 0
	for _, r := range text {
		columns++
		if r >= 0x2E80 {
			columns++
		}
	}
	return columns
}
