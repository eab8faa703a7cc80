package files

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"xianjie/internal/fault"
)

func TestCleanName(t *testing.T) {
	long := strings.Repeat("长", 300)
	tests := []struct{ name, in, want string }{
		{"an ordinary name stays", "县政府上报文件.pdf", "县政府上报文件.pdf"},
		{"path parts go", "../../etc/passwd", "passwd"},
		{"Windows path parts go", `C:\Users\甲\桌面\文件.pdf`, "文件.pdf"},
		{"mixed path parts go", `a/b\c/d.pdf`, "d.pdf"},
		{"control characters go", "a\x00b\r\nSet-Cookie: x\x7f.pdf", "ab Set-Cookie_ x.pdf"},
		{"direction overrides go", "合同\u202efdp.exe", "合同fdp.exe"},
		{"zero-width characters go", "a\u200b\u200d\ufeffb.pdf", "ab.pdf"},
		{"invalid UTF-8 goes", "a\xff\xfeb.pdf", "ab.pdf"},
		{"what Windows refuses is replaced", `甲<乙>:"|?*.pdf`, "甲_乙______.pdf"},
		{"leading dots go", "...htaccess", "htaccess"},
		{"trailing dots and blanks go", "文件.pdf . .", "文件.pdf"},
		{"white space is folded", "  甲 \t 　乙.pdf ", "甲 乙.pdf"},
		{"a device name is disarmed", "con.pdf", "_con.pdf"},
		{"a device name with a blank is disarmed", "NUL .txt", "_NUL .txt"},
		{"a name that only begins like a device stays", "console.pdf", "console.pdf"},
		{"a long name keeps its extension", long + ".pdf", strings.Repeat("长", 196) + ".pdf"},
		{"a long name without extension is cut", long, strings.Repeat("长", 200)},
		{"a long end is no extension", "a." + long, "a." + strings.Repeat("长", 198)},
		{"exactly 200 characters stay", strings.Repeat("长", 196) + ".pdf", strings.Repeat("长", 196) + ".pdf"},
		{"composed form", "e\u0301.pdf", "\u00e9.pdf"},
		{"a rare character outside the basic plane stays", "𠮷村.pdf", "𠮷村.pdf"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := CleanName(tt.in); got != tt.want || err != nil {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
	for _, empty := range []string{"", " ", ".", "..", "/", `\`, "a/", "\u202e", "\x00", "\xff"} {
		if got, err := CleanName(empty); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%q became %q, %v", empty, got, err)
		}
	}
}

func checkClean(name string) error {
	got, err := CleanName(name)
	if err != nil {
		return nil
	}
	again, err := CleanName(got)
	if err != nil {
		return fmt.Errorf("%q became %q, which is refused: %w", name, got, err)
	}
	if again != got {
		return fmt.Errorf("%q became %q, then %q", name, got, again)
	}
	if utf8.RuneCountInString(got) > MaxName || !utf8.ValidString(got) || strings.ContainsAny(got, "/\\\x00\r\n\"") {
		return fmt.Errorf("%q became %q", name, got)
	}
	for _, r := range got {
		if unicode.Is(unicode.Cf, r) || unicode.IsControl(r) {
			return fmt.Errorf("%q kept %U", name, r)
		}
	}
	return nil
}

func TestAnyNameIsHarmlessAfterCleaning(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		name := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-z ./\\]{0,12}[. ]{0,3}[长.]{150,230}(\.pdf)?`)).Draw(r, "name")
		if err := checkClean(name); err != nil {
			r.Fatal(err)
		}
	})
}

func FuzzCleanName(f *testing.F) {
	for _, name := range []string{"文件.pdf", "../a", "con.", "\u202e", strings.Repeat("a.", 200), "e\u0301", "a\u200d\u0301", "\xff"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if err := checkClean(name); err != nil {
			t.Fatal(err)
		}
	})
}

func TestHeaders(t *testing.T) {
	got := Headers(`上报"文件".pdf`, "application/pdf")
	want := map[string]string{
		"Content-Type":                 "application/pdf",
		"Content-Disposition":          `attachment; filename="______.pdf"; filename*=UTF-8''%E4%B8%8A%E6%8A%A5_%E6%96%87%E4%BB%B6_.pdf`,
		"X-Content-Type-Options":       "nosniff",
		"Content-Security-Policy":      "sandbox; default-src 'none'",
		"Cross-Origin-Resource-Policy": "same-origin",
		"Cache-Control":                "private, no-store",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v", got)
	}
	for _, media := range []string{"text/html", "image/svg+xml", "application/pdf; charset=x", "APPLICATION/PDF", mediaActive, mediaMacro, "", "application/pdf\r\nX: y"} {
		if h := Headers("a.pdf", media); h["Content-Type"] != "application/octet-stream" {
			t.Errorf("%q is sent as %q", media, h["Content-Type"])
		}
	}
	if got := asciiName("a\"b\\c%d\x7f"); got != "a_b_c_d_" {
		t.Errorf("got %q", got)
	}
	for _, name := range []string{"", "\r\nSet-Cookie: a=b", "a\"; filename=\"b.exe", "%0d%0a", "\x00", "../.."} {
		h := Headers(name, "image/png")["Content-Disposition"]
		if strings.ContainsAny(h, "\r\n\x00") || strings.Count(h, `"`) != 2 || !strings.HasPrefix(h, "attachment; ") {
			t.Errorf("%q gives %q", name, h)
		}
	}
}
