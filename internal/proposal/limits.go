package proposal

// The bounds of the format itself. They keep one document within bounded time and memory; how many villages or projects a
// batch admits is the policy pack's business.
const (
	codeRunes = 64     // ids, batch and application numbers
	nameRunes = 200    // names, titles, document numbers
	lineRunes = 1_000  // one-line descriptions
	longRunes = 20_000 // texts of several lines
	maxCount  = 1_000_000_000
	maxRows   = 10_000 // villages, projects
	maxItems  = 1_000  // every other list
	maxFunds  = 64     // sources of one project; maxRows × maxFunds amounts still add up without overflow
	maxDepth  = 32     // nesting of JSON, also inside what is refused anyway
	maxPlaces = 200    // wrong places, and gaps, listed in one answer
)
