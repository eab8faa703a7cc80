package paper

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/signintech/gopdf"

	"xianjie/internal/fault"
)

// face is one of the typefaces a paper is set in.
type face int

// The faces: the body's 宋体 (no free 仿宋 has the characters), the title's heavy one, headings' 黑体 and 楷体.
const (
	faceSong face = iota
	faceTitle
	faceHei
	faceKai
)

// faceFiles are the faces' files, in the order of the faces. scripts/fonts.sh fetches them.
var faceFiles = [...]string{"NotoSerifSC-Regular.ttf", "NotoSerifSC-Bold.ttf", "DroidSansFallbackFull.ttf", "LXGWWenKai-Regular.ttf"}

// instead are the faces looked at, in turn, for a character a face has not.
var instead = [...][]face{
	faceSong:  {faceSong, faceKai},
	faceTitle: {faceTitle, faceSong, faceKai},
	faceHei:   {faceHei, faceTitle, faceSong, faceKai},
	faceKai:   {faceKai, faceSong},
}

// Ready tells whether the typefaces are there. Error: Unavailable.
func (p *Press) Ready() error {
	var gone []string
	for _, file := range faceFiles {
		if _, err := os.Stat(filepath.Join(p.folder, file)); err != nil {
			gone = append(gone, file)
		}
	}
	if len(gone) > 0 {
		return p.without(errors.New(p.folder + ": " + strings.Join(gone, ", ")))
	}
	return nil
}

func (p *Press) without(cause error) error {
	return fault.Wrap(fault.Unavailable, "服务器上没有打印字体,暂不能输出 PDF 文件;请改下载 Word 文件,并请系统管理员运行 scripts/fonts.sh 安装字体", cause)
}

// faces are the typefaces, read: to look characters up in, by face, and to print with.
type faces struct {
	looked [len(faceFiles)]gopdf.SubsetFontObj // only read from, by every paper at once
	print  gopdf.FontContainer
}

// read reads the typefaces, once; a failure is tried anew with the next paper.
func (p *Press) read() (*faces, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.faces != nil {
		return p.faces, nil
	}
	all := &faces{}
	for f := range faceFiles {
		data, err := mapped(filepath.Join(p.folder, faceFiles[f]))
		if err == nil {
			err = all.add(face(f), data)
		}
		if err != nil {
			return nil, p.without(err)
		}
	}
	p.faces = all
	return all, nil
}

// add reads one typeface; a broken file makes the library panic.
func (all *faces) add(f face, data []byte) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = errors.New(faceFiles[f] + ": not a typeface that can be read")
		}
	}()
	if err := all.looked[f].SetTTFData(data); err != nil {
		return err
	}
	return all.print.AddTTFFontData(faceFiles[f], data)
}

// glyph is where a character is found and how wide it is, in ems.
type glyph struct {
	face  face
	width float64
	found bool
}

// find looks a character up in a face and those that stand in for it. Marks that Chinese print sets wide are never taken from the 楷体, which
// has them narrow.
func (s *setter) find(r rune, f face) glyph {
	key := sought{r, f}
	if g, known := s.glyphs[key]; known {
		return g
	}
	g := glyph{face: f}
	for _, in := range instead[f] {
		if in == faceKai && f == faceKai && strings.ContainsRune("“”‘’…—", r) {
			in = faceSong
		}
		table := &s.faces.looked[in]
		if index, err := table.CharCodeToGlyphIndex(r); err == nil && index > 0 {
			g = glyph{in, float64(table.GlyphIndexToPdfWidth(index)) / 1000, true}
			break
		}
	}
	s.glyphs[key] = g
	return g
}

// use takes up a typeface to print with. A paper carries only those it uses.
func (s *setter) use(f face, size float64) {
	if !s.used[f] {
		s.used[f] = true
		s.do(s.gp.AddTTFFontFromFontContainer(faceFiles[f], &s.faces.print))
	}
	s.do(s.gp.SetFont(faceFiles[f], "", size))
}

type sought struct {
	r rune
	f face
}

// lose remembers a character that no face has, once, with the words around it.
func (s *setter) lose(r rune, around []rune, at int) {
	if slices.ContainsFunc(s.lost, func(l Lost) bool { return l.Rune == r }) {
		return
	}
	near := slices.Clone(around[max(0, at-nearby):min(len(around), at+nearby+1)])
	for i, n := range near {
		if !s.find(n, faceSong).found {
			near[i] = missing
		}
	}
	s.lost = append(s.lost, Lost{r, string(near)})
}

const (
	missing = '〓' // stands for a character that cannot be shown
	nearby  = 6   // characters shown on each side of it
)
