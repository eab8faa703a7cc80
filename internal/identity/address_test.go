package identity

import (
	"net/netip"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestClientAddress(t *testing.T) {
	tests := []struct {
		name      string
		trusted   string
		remote    string
		forwarded []string
		want      string
	}{
		{"direct", "", "192.0.2.7:4711", nil, "192.0.2.7"},
		{"direct, the header is forged", "", "192.0.2.7:4711", []string{"10.0.0.1"}, "192.0.2.7"},
		{"behind a proxy", "10.0.0.0/8", "10.0.0.2:80", []string{"192.0.2.7"}, "192.0.2.7"},
		{"behind a proxy, the client forged a hop", "10.0.0.0/8", "10.0.0.2:80", []string{"1.1.1.1, 192.0.2.7"}, "192.0.2.7"},
		{"behind a proxy, the client forged a trusted hop", "10.0.0.0/8", "10.0.0.2:80", []string{"10.9.9.9, 192.0.2.7"}, "192.0.2.7"},
		{"behind two proxies", "10.0.0.0/8", "10.0.0.2:80", []string{"1.1.1.1, 192.0.2.7, 10.0.0.3"}, "192.0.2.7"},
		{"two headers are one list", "10.0.0.0/8", "10.0.0.2:80", []string{"1.1.1.1", "192.0.2.7, 10.0.0.3"}, "192.0.2.7"},
		{"around the proxy, with a header", "10.0.0.0/8", "192.0.2.9:80", []string{"10.0.0.1"}, "192.0.2.9"},
		{"a proxy that sends no header", "10.0.0.0/8", "10.0.0.2:80", nil, "10.0.0.2"},
		{"a proxy that sends an empty header", "10.0.0.0/8", "10.0.0.2:80", []string{""}, "10.0.0.2"},
		{"all hops are trusted", "10.0.0.0/8", "10.0.0.2:80", []string{"10.0.0.4, 10.0.0.3"}, "10.0.0.4"},
		{"a hop of rubbish", "10.0.0.0/8", "10.0.0.2:80", []string{"1.1.1.1, <script>, 10.0.0.3"}, "10.0.0.3"},
		{"a hop that says unknown", "10.0.0.0/8", "10.0.0.2:80", []string{"unknown"}, "10.0.0.2"},
		{"a hop with a port", "10.0.0.0/8", "10.0.0.2:80", []string{"192.0.2.7:5123"}, "192.0.2.7"},
		{"IPv6 with brackets and port", "::1", "[::1]:80", []string{"[2001:db8::7]:5123"}, "2001:db8::7"},
		{"IPv6 with brackets alone", "::1", "[::1]:80", []string{"[2001:db8::7]"}, "2001:db8::7"},
		{"IPv6 with a zone", "", "[fe80::1%eth0]:80", nil, "fe80::1"},
		{"IPv4 in IPv6 clothes is the proxy", "10.0.0.0/8", "[::ffff:10.0.0.2]:80", []string{"::ffff:192.0.2.7"}, "192.0.2.7"},
		{"a proxy given in IPv6 clothes", "::ffff:10.0.0.0/104", "10.0.0.2:80", []string{"192.0.2.7"}, "192.0.2.7"},
		{"a proxy given as one address", "10.0.0.2", "10.0.0.2:80", []string{"192.0.2.7"}, "192.0.2.7"},
		{"the neighbour of that proxy", "10.0.0.2", "10.0.0.3:80", []string{"192.0.2.7"}, "10.0.0.3"},
		{"a socket without address", "", "@", nil, "unknown"},
		{"no connection at all", "10.0.0.0/8", "", []string{"192.0.2.7"}, "unknown"},
		{"only commas", "10.0.0.0/8", "10.0.0.2:80", []string{",,,"}, "10.0.0.2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var networks []string
			if tt.trusted != "" {
				networks = []string{" " + tt.trusted + " "}
			}
			p, err := ParseAddressPolicy(networks)
			if err != nil {
				t.Fatal(err)
			}
			if got := p.Client(tt.remote, tt.forwarded); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestNetworksThatCannotBeTrusted(t *testing.T) {
	for network, want := range map[string]string{
		"":                 "不是网段",
		"proxy.local":      "不是网段",
		"10.0.0.0/33":      "不是网段",
		"0.0.0.0/0":        "所有地址",
		"::/0":             "所有地址",
		"::ffff:0:0/80":    "IPv4 网段",
		"10.0.0.0/8,::1/8": "不是网段",
	} {
		if _, err := ParseAddressPolicy([]string{"10.0.0.1", network}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", network, err)
		}
	}
}

func TestNoHeaderEverMakesAnUntrustedConnectionSomeoneElse(t *testing.T) {
	p, err := ParseAddressPolicy([]string{"10.0.0.0/8"})
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(r *rapid.T) {
		forged := rapid.SliceOf(rapid.OneOf(rapid.String(), rapid.StringMatching(`(10|192)\.0\.[0-9]\.[0-9](, )?(10\.0\.0\.1)?`))).Draw(r, "headers")
		if got := p.Client("192.0.2.7:1", forged); got != "192.0.2.7" {
			r.Fatalf("became %s", got)
		}
		got := p.Client("10.0.0.1:1", append(forged, "198.51.100.9"))
		if got != "198.51.100.9" {
			r.Fatalf("behind the proxy became %s", got)
		}
		if _, err := netip.ParseAddr(p.Client("10.0.0.1:1", forged)); err != nil {
			r.Fatal(err)
		}
	})
}
