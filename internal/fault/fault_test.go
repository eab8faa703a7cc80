package fault_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"xianjie/internal/fault"
)

func TestCodeOfIsTheFirstFaultInTheChain(t *testing.T) {
	refused := fault.New(fault.Refused, "名额已满")
	for _, tt := range []struct {
		name string
		err  error
		want fault.Code
	}{
		{"no error", nil, ""},
		{"a foreign error is internal", io.EOF, fault.Internal},
		{"a fault", refused, fault.Refused},
		{"a fault wrapped by a foreign error", fmt.Errorf("save: %w", refused), fault.Refused},
		{"a fault around a fault keeps the outer code", fault.Wrap(fault.Unavailable, "稍后再试", refused), fault.Unavailable},
	} {
		if got := fault.CodeOf(tt.err); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestTheCauseIsForTheLogOnly(t *testing.T) {
	err := fault.Wrap(fault.Internal, "系统错误", io.ErrUnexpectedEOF)
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error("the cause is lost")
	}
	if strings.Contains(err.Message, "EOF") || !strings.Contains(err.Error(), "EOF") {
		t.Errorf("message %q, log line %q", err.Message, err.Error())
	}
	if got := fault.New(fault.NotFound, "没有“%s”", "A07").Error(); got != "not_found: 没有“A07”" {
		t.Error(got)
	}
}

func TestAtIsNoErrorWithoutPlaces(t *testing.T) {
	if err := fault.At("有误", nil); err != nil {
		t.Errorf("a typed nil or an error: %#v", err)
	}
	err := fault.At("有误", []fault.Place{{Location: "/plan", Message: "缺少"}})
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != fault.Invalid || len(f.Places) != 1 || f.Message != "有误" {
		t.Errorf("%#v", err)
	}
}
