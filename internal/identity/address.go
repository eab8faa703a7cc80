package identity

import (
	"fmt"
	"net"
	"net/netip"
	"strings"
)

// AddressPolicy says whose word about a client's address is taken. The zero value takes nobody's: the address is that of the
// connection, and forwarding headers are ignored.
type AddressPolicy struct {
	trusted []netip.Prefix
}

// ParseAddressPolicy reads the networks of the reverse proxies in front of this server, as CIDRs ("10.0.0.0/8") or single
// addresses. None means direct connections. A network that holds every address is refused: then anyone could forge his own.
func ParseAddressPolicy(networks []string) (AddressPolicy, error) {
	var p AddressPolicy
	for _, text := range networks {
		text = strings.TrimSpace(text)
		prefix, err := netip.ParsePrefix(text)
		if addr, addrErr := netip.ParseAddr(text); addrErr == nil {
			prefix, err = netip.PrefixFrom(addr.WithZone(""), addr.BitLen()), nil
		}
		if err != nil {
			return AddressPolicy{}, fmt.Errorf("受信代理“%s”不是网段（如 10.0.0.0/8）或地址", text)
		}
		if prefix.Bits() == 0 {
			return AddressPolicy{}, fmt.Errorf("受信代理“%s”包括所有地址，任何人都能伪造来源，请写明代理的网段", text)
		}
		if prefix.Addr().Is4In6() {
			if prefix.Bits() < 96 {
				return AddressPolicy{}, fmt.Errorf("受信代理“%s”请改写为 IPv4 网段", text)
			}
			prefix = netip.PrefixFrom(prefix.Addr().Unmap(), prefix.Bits()-96)
		}
		p.trusted = append(p.trusted, prefix.Masked())
	}
	return p, nil
}

// Client is the address of the client in plain form, "unknown" when the connection has none. remote is the connection's
// address ("192.0.2.1:4711"), forwarded the values of all X-Forwarded-For headers in order. Only when the connection comes
// from a trusted proxy are the headers read, from the right: each hop that is trusted vouches for the one before it, and the
// first that is not is the client. A hop that is no address ends the reading at the last one that was vouched for.
func (p AddressPolicy) Client(remote string, forwarded []string) string {
	client, ok := hop(remote)
	if !ok {
		return "unknown"
	}
	hops := strings.Split(strings.Join(forwarded, ","), ",")
	for i := len(hops) - 1; i >= 0 && p.trusts(client); i-- {
		before, ok := hop(strings.TrimSpace(hops[i]))
		if !ok {
			break
		}
		client = before
	}
	return client.String()
}

func (p AddressPolicy) trusts(a netip.Addr) bool {
	for _, prefix := range p.trusted {
		if prefix.Contains(a) {
			return true
		}
	}
	return false
}

// hop reads an address with or without port or brackets.
func hop(text string) (netip.Addr, bool) {
	if host, _, err := net.SplitHostPort(text); err == nil {
		text = host
	}
	a, err := netip.ParseAddr(strings.TrimSuffix(strings.TrimPrefix(text, "["), "]"))
	if err != nil {
		return netip.Addr{}, false
	}
	return a.Unmap().WithZone(""), true
}
