package access

// covers reports whether a grant on one division reaches another. Codes have six digits: a province ends in 0000 (370000), a
// city in 00 (370600), all others are counties (370686). A province covers itself, its cities and counties; a city itself and
// its counties; a county itself. Anything that is not a well-formed code covers nothing and is covered by nothing.
func covers(grant, region string) bool {
	g, r := levelOf(grant), levelOf(region)
	if g == "" || r == "" {
		return false
	}
	switch g {
	case Province:
		return grant[:2] == region[:2]
	case City:
		return grant[:4] == region[:4]
	default:
		return grant == region
	}
}

// The levels of a division, as roles.csv names them.
const (
	Province = "province"
	City     = "city"
	County   = "county"
)

// levelOf is the level of a division code, "" when it is not one. A county directly under 00 (370086) is not a code.
func levelOf(code string) string {
	if len(code) != 6 {
		return ""
	}
	for i := range len(code) {
		if code[i] < '0' || code[i] > '9' {
			return ""
		}
	}
	switch {
	case code[:2] == "00":
		return ""
	case code[2:] == "0000":
		return Province
	case code[2:4] == "00":
		return ""
	case code[4:] == "00":
		return City
	default:
		return County
	}
}

// relation is how a grant's region stands to an object's region: the two answers of covers, the only thing about regions
// that the model can see.
type relation uint8

// The relations, from the grant's side.
const (
	other relation = iota // neither covers the other, or one is malformed
	below                 // the object lies inside the grant's region
	above                 // the object belongs to a region that contains the grant's
	own                   // the same region
)

func relate(grant, region string) relation {
	r := other
	if covers(grant, region) {
		r |= below
	}
	if covers(region, grant) {
		r |= above
	}
	return r
}

// probeGrant is the grant of every probe, a city: something lies below it, above it and beside it.
const probeGrant = "370600"

// probe is a region that stands in a relation to probeGrant; by the argument in the package comment any pair would do.
func probe(r relation) string {
	switch r {
	case own:
		return probeGrant
	case below:
		return "370686"
	case above:
		return "370000"
	default:
		return "370700"
	}
}
