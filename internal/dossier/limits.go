package dossier

// The bounds of a dossier. Writing keeps to them, so that checking may insist on them before it spends memory or time.
const (
	maxEntries   = 4000
	maxDirectory = 4 << 20         // bytes of the zip's directory
	maxManifest  = 4 << 20         // bytes of manifest.json
	maxText      = 128 << 20       // bytes of a deflated file when unpacked
	maxTotal     = 4<<30 - 256<<20 // bytes of everything: zip64 is never needed
	maxRatio     = 900             // of a deflated file beyond smallText; deflate itself ends at 1032
	smallText    = 1 << 20
	maxName      = 200 // bytes of one name in a path; most systems take 255
)
