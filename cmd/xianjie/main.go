// Command xianjie is the whole of 衔接 in one file: the server, the county clerk's offline check, and what operators need. It
// only wires: each command reads its flags, puts the packages together and hands over.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
	_ "time/tzdata" // batches name their time zone; an office PC or a bare container has no zone files
)

// version is set by the linker.
var version = "dev"

// console is what a command may touch of the world around it.
type console struct {
	context.Context // ends with the first interrupt

	in     io.Reader
	out    io.Writer
	err    io.Writer
	colour bool // out is a terminal that shows colours
	now    func() time.Time
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the second interrupt ends the program at once
	code := run(os.Args[1:], &console{
		Context: ctx, in: os.Stdin, out: os.Stdout, err: os.Stderr, colour: colourful(os.Stdout), now: time.Now,
	})
	stop()
	os.Exit(code)
}
