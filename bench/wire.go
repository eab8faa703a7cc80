package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// patience is the longest a single answer may take.
const patience = 30 * time.Second

// wire is one kept connection. It writes requests made beforehand and reads answers without looking into them, so that the load
// itself costs as little of the machine as possible, and the same for both sides.
type wire struct {
	conn net.Conn
	in   *bufio.Reader
}

// reply is what came back.
type reply struct {
	status int
	etag   string
	size   int64
}

func dial(address string) (*wire, error) {
	conn, err := net.DialTimeout("tcp", address, patience)
	if err != nil {
		return nil, err
	}
	return &wire{conn, bufio.NewReaderSize(conn, 32<<10)}, nil
}

func (w *wire) close() { _ = w.conn.Close() }

// ask sends one request and reads the answer; body, unless nil, takes the answer's body.
func (w *wire) ask(request []byte, body io.Writer) (reply, error) {
	if err := w.conn.SetDeadline(time.Now().Add(patience)); err != nil {
		return reply{}, err
	}
	if _, err := w.conn.Write(request); err != nil {
		return reply{}, err
	}
	res, err := http.ReadResponse(w.in, nil)
	if err != nil {
		return reply{}, err
	}
	if body == nil {
		body = io.Discard
	}
	size, err := io.Copy(body, res.Body)
	_ = res.Body.Close()
	return reply{res.StatusCode, res.Header.Get("ETag"), size}, err
}

// request writes out a request once; headers are pairs of name and value.
func request(method, target string, body []byte, headers ...string) []byte {
	out := fmt.Appendf(nil, "%s %s HTTP/1.1\r\nHost: bench\r\n", method, target)
	for i := 0; i+1 < len(headers); i += 2 {
		out = fmt.Appendf(out, "%s: %s\r\n", headers[i], headers[i+1])
	}
	if body != nil {
		out = fmt.Appendf(out, "Content-Type: application/json\r\nContent-Length: %d\r\n", len(body))
	}
	return append(append(out, "\r\n"...), body...)
}
