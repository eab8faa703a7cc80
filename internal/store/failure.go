package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/gorm"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"xianjie/internal/fault"
)

// retryAfter is how long a person is asked to wait when the database does not answer.
const retryAfter = 2 * time.Second

// failed turns an error of the database into a fault; what names what was being done, in Chinese. A fault, and any error that
// did not come from the database, passes unchanged: it belongs to the caller.
func failed(what string, err error) error {
	if err == nil {
		return nil
	}
	var f *fault.Error
	switch {
	case errors.As(err, &f):
		return err
	case unavailable(err):
		return &fault.Error{Code: fault.Unavailable, Message: "数据库暂时不能应答," + what + "没有完成,请稍后重试", RetryAfter: retryAfter, Cause: err}
	case errors.Is(err, gorm.ErrCheckConstraintViolated):
		return fault.Wrap(fault.Invalid, what+"没有完成:内容超出可以登记的长度或范围,请缩短文字、核对数字后再试", err)
	default:
		return fault.Wrap(fault.Internal, what+"没有完成,请稍后重试;如再次出现,请联系系统管理员", err)
	}
}

// unavailable reports whether waiting may help: the server is gone or restarting, connections, time, locks or disk ran out.
func unavailable(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return unavailableStates(pg.Code)
	}
	var lite *sqlite.Error
	if errors.As(err, &lite) {
		switch lite.Code() & 0xff { // the primary code of an extended one
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_CANTOPEN:
			return true
		}
		return false
	}
	var network net.Error
	return errors.As(err, &network) || errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone) || errors.Is(err, io.EOF) ||
		errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed) || errors.Is(err, syscall.ECONNREFUSED) ||
		errors.Is(err, syscall.ECONNRESET) || errors.Is(err, syscall.EPIPE) || errors.Is(err, context.DeadlineExceeded) ||
		errors.Is(err, context.Canceled) || pgconn.SafeToRetry(err) || brokenConnection(err)
}

// brokenConnection recognises what pgx says of a connection that died; it has no exported error for it.
func brokenConnection(err error) bool {
	var connect *pgconn.ConnectError
	return errors.As(err, &connect) || strings.Contains(err.Error(), "conn closed")
}

// unavailableStates are the SQLSTATE classes and codes that pass by themselves.
func unavailableStates(code string) bool {
	for _, class := range []string{"08", "53", "57P", "58"} { // connection, resources, server going down or starting, system
		if strings.HasPrefix(code, class) {
			return true
		}
	}
	switch code {
	case "55P03", "57014", "25P03", "25006": // lock not available, cancelled, idle too long, standby
		return true
	}
	return collided(code)
}

// retriable reports a serialization failure or deadlock: the transaction was undone and may be run again at once.
func retriable(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && collided(pg.Code)
}

func collided(code string) bool { return code == "40001" || code == "40P01" }

// noRow puts a fault in place of "no row" and leaves other errors alone.
func noRow(err error, instead *fault.Error) error {
	if errors.Is(err, gorm.ErrRecordNotFound) || errors.Is(err, sql.ErrNoRows) {
		return instead
	}
	return err
}
