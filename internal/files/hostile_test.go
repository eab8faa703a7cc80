package files

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"xianjie/internal/fault"
)

// archive makes a zip whose parts hold the given texts.
func archive(t testing.TB, parts ...string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range parts {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(strings.Repeat("<x/>", 300))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// bomb is a document whose directory claims an absurd unpacked size.
func bomb(t testing.TB) string {
	b := []byte(archive(t, "[Content_Types].xml", "word/document.xml"))
	at := bytes.LastIndex(b, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(b[at+24:], 0xfffffff0)
	return string(b)
}

const (
	jpg  = "\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
	png  = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
	mp4  = "\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2mp41"
	exe  = "MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00\xb8\x00\x00\x00"
	html = "<!DOCTYPE html><html><script>alert(1)</script></html>"
	svg  = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`
	ole  = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
)

func every() []string {
	var all []string
	for _, t := range Types() {
		all = append(all, t.Name)
	}
	return all
}

func TestHonestFilesAreTaken(t *testing.T) {
	s, _ := newStore(t)
	docx := []string{"[Content_Types].xml", "_rels/.rels", "word/document.xml"}
	tests := []struct{ name, fileName, content, media string }{
		{"a pdf", "县政府上报文件.pdf", pdf, "application/pdf"},
		{"a pdf with its extension in capitals", "上报文件.PDF", pdf, "application/pdf"},
		{"a jpeg", "区位图.jpeg", jpg, "image/jpeg"},
		{"a png", "区位图.png", png, "image/png"},
		{"a film", "答辩.mp4", mp4, "video/mp4"},
		{"a Word document", "规划.docx", archive(t, docx...), mediaOf("docx")},
		{"a Word document with its parts in another order", "规划.docx", archive(t, append([]string{strings.Repeat("customXml/", 500) + "x"}, docx...)...), mediaOf("docx")},
		{"an Excel sheet", "项目表.xlsx", archive(t, "[Content_Types].xml", "xl/workbook.xml"), mediaOf("xlsx")},
		{"a presentation", "汇报.pptx", archive(t, "[Content_Types].xml", "ppt/presentation.xml"), mediaOf("pptx")},
		{"an OFD document", "公文.ofd", archive(t, "OFD.xml", "Doc_0/Document.xml"), "application/ofd"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			staged := stage(t, s, tt.content)
			if staged.MediaType != tt.media {
				t.Errorf("taken for %s", staged.MediaType)
			}
			if err := staged.CheckKind(every(), tt.fileName); err != nil {
				t.Error(err)
			}
			if err := staged.CheckKind([]string{"jpg", tt.media}, tt.fileName); err != nil {
				t.Errorf("allowed by media type: %v", err)
			}
			if err := staged.CheckKind([]string{"gif", "application/zip"}, tt.fileName); fault.CodeOf(err) != fault.Unsupported {
				t.Errorf("not allowed, yet %v", err)
			}
		})
	}
}

func TestHostileFilesAreRefused(t *testing.T) {
	s, dir := newStore(t)
	office := []string{"[Content_Types].xml", "word/document.xml"}
	tests := []struct {
		name, fileName, content string
		want                    string // part of the message
	}{
		{"a program named pdf", "文件.pdf", exe, "程序文件"},
		{"a program with a double extension", "文件.pdf.exe", exe, "程序文件"},
		{"a page named jpg", "图.jpg", html, "网页"},
		{"a page with leading blanks named jpg", "图.jpg", "\n\n   " + html, "网页"},
		{"a page named pdf", "文件.pdf", html, "网页"},
		{"a page before a late pdf signature", "文件.pdf", html + pdf, "无法识别"},
		{"a line break before the pdf signature", "文件.pdf", "\n" + pdf, "无法识别"},
		{"junk before the pdf signature", "文件.pdf", strings.Repeat("\x01", 500) + pdf, "无法识别"},
		{"a pdf that is a page as well", "文件.pdf", "%PDF-1.4\n" + html, "夹带网页代码"},
		{"a pdf that is a page in capitals", "文件.pdf", "%PDF-1.4\n<SCRIPT>alert(1)</SCRIPT>", "夹带网页代码"},
		{"a drawing with a script", "图.svg", svg, "SVG"},
		{"a drawing with a script named png", "图.png", svg, "SVG"},
		{"a pdf named jpg", "图.jpg", pdf, "扩展名应为 .pdf"},
		{"a jpeg named pdf", "文件.pdf", jpg, "扩展名应为 .jpg 或 .jpeg"},
		{"a pdf without extension", "文件", pdf, "扩展名应为 .pdf"},
		{"a pdf named as a program", "文件.pdf.exe", pdf, "扩展名应为 .pdf"},
		{"a pdf named as a program behind a direction override", "文件\u202efdp.exe", pdf, "扩展名应为 .pdf"},
		{"a pdf named as a page behind a NUL", "文件.html\x00", pdf, "扩展名应为 .pdf"},
		{"a plain archive named docx", "规划.docx", archive(t, "a.txt", "b.exe"), "压缩包"},
		{"a Java archive named docx", "规划.docx", archive(t, "META-INF/MANIFEST.MF", "A.class"), "压缩包"},
		{"an Android package named xlsx", "表.xlsx", archive(t, "AndroidManifest.xml", "classes.dex"), "压缩包"},
		{"an archive that has only the first part of an Office file", "规划.docx", archive(t, "[Content_Types].xml"), "压缩包"},
		{"a Word document with macros", "规划.docx", archive(t, append(office, "word/vbaProject.bin")...), "带宏"},
		{"an Excel sheet with macros hidden in capitals", "表.xlsx", archive(t, "[Content_Types].xml", "xl/workbook.xml", "XL/VBAPROJECT.BIN"), "带宏"},
		{"a Word document named xlsx", "表.xlsx", archive(t, office...), "扩展名应为 .docx"},
		{"a document that claims to unpack to gigabytes", "规划.docx", bomb(t), "压缩包"},
		{"a document whose end is cut off", "规划.docx", archive(t, office...)[:200], "压缩包"},
		{"a document with a directory of more than a megabyte", "规划.docx", archive(t, append(longNames(20), office...)...), "压缩包"},
		{"a document cut off inside its end record", "规划.docx", archive(t, office...)[:len(archive(t, office...))-10], "压缩包"},
		{"a document whose directory ends inside a header", "规划.docx", shortDirectory(t), "压缩包"},
		{"an archive that has a document but no list of types", "规划.docx", archive(t, "word/document.xml"), "压缩包"},
		{"an archive without parts", "规划.docx", archive(t), "压缩包"},
		{"an archive marked as split", "规划.docx", "PK\x07\x08" + archive(t, office...), "压缩包"},
		{"an old Word document", "规划.doc", ole + strings.Repeat("\x00", 600), "旧版 Office"},
		{"plain text", "说明.txt", "各级衔接资金", "纯文本"},
		{"plain text named pdf", "说明.pdf", "各级衔接资金", "纯文本"},
		{"a shell script named pdf", "说明.pdf", "#!/bin/sh\nrm -rf /\n", "只收"},
		{"a Linux program", "程序.pdf", "\x7fELF\x02\x01\x01", "只收"},
		{"a single zero byte", "零.pdf", "\x00", "无法识别"},
		{"an archive whose directory lies outside it", "规划.docx", endOfArchive(10, 1<<30), "压缩包"},
		{"an archive with a huge directory", "规划.docx", endOfArchive(1<<30, 0), "压缩包"},
		{"an archive with a directory of rubbish", "规划.docx", endOfArchive(4, 0), "压缩包"},
		{"an archive whose directory names run over", "规划.docx", overrun(t), "压缩包"},
		{"a nameless file", "", pdf, "文件名为空"},
		{"a name of slashes", "///", pdf, "文件名为空"},
		{"a name of dots", "../..", pdf, "文件名为空"},
		{"a name of invisible characters", "\u200b\u202e\x00", pdf, "文件名为空"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			staged := stage(t, s, tt.content)
			err := staged.CheckKind(every(), tt.fileName)
			if code := fault.CodeOf(err); (code != fault.Unsupported && code != fault.Invalid) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
			if err := staged.Discard(); err != nil {
				t.Error(err)
			}
			if files := onDisk(t, dir); len(files) != 0 {
				t.Errorf("left over: %v", files)
			}
		})
	}
}

// endOfArchive is a file that starts like an archive and ends with a directory record of the given length and offset.
func endOfArchive(length, offset uint32) string {
	b := []byte("PK\x03\x04" + strings.Repeat("\x00", 60) + "PK\x05\x06" + strings.Repeat("\x00", 18))
	binary.LittleEndian.PutUint32(b[64+12:], length)
	binary.LittleEndian.PutUint32(b[64+16:], offset)
	return string(b)
}

// longNames are parts whose names alone fill a directory.
func longNames(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = strings.Repeat(string(rune('a'+i)), 60_000)
	}
	return names
}

// shortDirectory is a document whose end record claims a directory of only 20 bytes.
func shortDirectory(t testing.TB) string {
	b := []byte(archive(t, "[Content_Types].xml", "word/document.xml"))
	binary.LittleEndian.PutUint32(b[bytes.LastIndex(b, []byte("PK\x05\x06"))+12:], 20)
	return string(b)
}

func overrun(t testing.TB) string {
	b := []byte(archive(t, "[Content_Types].xml", "word/document.xml"))
	at := bytes.LastIndex(b, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint16(b[at+28:], 0xffff)
	return string(b)
}

func FuzzSniff(f *testing.F) {
	for _, content := range []string{pdf, jpg, png, mp4, exe, html, svg, archive(f, "[Content_Types].xml", "word/document.xml"), bomb(f),
		endOfArchive(10, 1<<30), overrun(f), "PK\x03\x04", "%PDF-"} {
		f.Add([]byte(content))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		media := sniff(content[:min(len(content), sniffBytes)], bytes.NewReader(content), int64(len(content)))
		switch {
		case media == "application/pdf" && !bytes.HasPrefix(content, []byte("%PDF-")):
			t.Error("a pdf without its signature")
		case strings.Contains(media, "openxml") && !bytes.HasPrefix(content, []byte("PK\x03\x04")):
			t.Error("an Office file that is no archive")
		case media == "" || strings.ContainsAny(media, "; \r\n"):
			t.Errorf("media type %q", media)
		}
	})
}
