package dossier

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
	"testing"

	"xianjie/internal/fault"
)

func TestAFreshDossierIsSound(t *testing.T) {
	m := story(t, 8, 2)
	r, err := verify(m.text)
	must(t, err)
	for _, f := range r.Findings {
		t.Error(f)
	}
	if r.Digest != m.plan.Digest {
		t.Errorf("digest %s, want %s", r.Digest, m.plan.Digest)
	}
	for _, about := range []string{"压缩包：", "内容：", "快照：2 份", "流转：3 步", "申报书：与现行快照（第 2 号）", "合计：", "附件：", "审计：3 条", "排名："} {
		if !slices.ContainsFunc(r.Checked, func(line string) bool { return strings.HasPrefix(line, about) }) {
			t.Errorf("nothing said of %q: %q", about, r.Checked)
		}
	}
}

func TestAnOrdinaryArchiveProgramReadsADossier(t *testing.T) {
	m := story(t, 8, 2)
	all := unpack(t, m.text)
	if all[0].name != ManifestFile || all[1].name != GuideFile || len(all) != len(m.plan.Manifest.Files)+1 {
		t.Errorf("%d files, first %s, %s", len(all), all[0].name, all[1].name)
	}
	if guide := string(all[1].body); !strings.HasPrefix(guide, "\ufeff卷宗目录\r\n") || strings.Count(guide, "\n") != strings.Count(guide, "\r\n") {
		t.Errorf("the guide is not for old Notepads: %.40q", guide)
	}
	if again := all.pack(t); !bytes.Equal(again, m.text) {
		t.Error("the same files packed alike give other bytes")
	}
}

func TestAByteChangedInAnyFileIsFoundInThatFile(t *testing.T) {
	m := story(t, 8, 2)
	c, err := open(bytes.NewReader(m.text), int64(len(m.text)))
	must(t, err)
	for _, e := range c.entries {
		for _, at := range []int64{e.content, e.content + e.stored/2, e.content + e.stored - 2} { // deflate may leave bits of the last byte unused
			text := bytes.Clone(m.text)
			text[at] ^= 0x40
			if got := told(text); !strings.Contains(got, e.name) {
				t.Errorf("byte %d of %s: %q", at-e.content, e.name, got)
			}
		}
	}
}

func TestAByteChangedAnywhereIsFound(t *testing.T) {
	m := story(t, 8, 1)
	sound := unpack(t, m.text)
	step := max(1, len(m.text)/4000)
	for at := 0; at < len(m.text); at += step {
		text := bytes.Clone(m.text)
		text[at] ^= 1 << (at % 8)
		if told(text) != "" {
			continue
		}
		// The last byte of a deflated file may have bits that mean nothing.
		if !slices.EqualFunc(unpack(t, text), sound, func(a, b file) bool { return a.name == b.name && bytes.Equal(a.body, b.body) }) {
			t.Fatalf("byte %d of %d changed, and nobody noticed", at, len(m.text))
		}
	}
}

func TestADossierCutAnywhereIsNoDossier(t *testing.T) {
	m := story(t, 8, 1)
	for n := 0; n < len(m.text); n += 1 + len(m.text)/300 {
		if _, err := verify(m.text[:n]); fault.CodeOf(err) != fault.Malformed {
			t.Fatalf("cut to %d of %d bytes: %v", n, len(m.text), err)
		}
	}
}

func TestBrokenArchivesAreRefused(t *testing.T) {
	m := story(t, 8, 1)
	c, err := open(bytes.NewReader(m.text), int64(len(m.text)))
	must(t, err)
	e, size := c.entries[2], len(m.text)
	directory := int64(binary.LittleEndian.Uint32(m.text[size-6:]))
	with := func(at int64, bytes ...byte) []byte {
		text := slices.Clone(m.text)
		copy(text[at:], bytes)
		return text
	}
	listed := int64(bytes.Index(m.text[directory:], []byte(e.name))) + directory - directoryHead
	var many box
	for i := range 100_000 {
		many = append(many, file{"n" + strconv.Itoa(i), nil})
	}
	tests := []struct {
		name string
		text []byte
		want string
	}{
		{"an empty file", nil, "文件是空的"},
		{"a picture", append([]byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), make([]byte, 999)...), "不是卷宗"},
		{"an empty archive", box{}.pack(t), "里面没有 manifest.json"},
		{"another archive", box{{"a.txt", []byte("x")}}.pack(t), "里面没有 manifest.json"},
		{"a dossier in an archive", box{{"卷宗.zip", m.text}}.pack(t), "unreadable"},
		{"a hundred thousand files", many.pack(t), "unreadable: malformed: 不是卷宗"},
		{"a hundred thousand files behind a manifest", append(box{{ManifestFile, []byte("{}")}}, many...).pack(t), "超过上限 4000 个"},
		{"five thousand files behind a manifest", append(box{{ManifestFile, []byte("{}")}}, many[:5000]...).pack(t), "超过上限 4000 个"},
		{"something before it", append([]byte("MZ"), m.text...), "压缩包：目录的位置"},
		{"something behind it", append(bytes.Clone(m.text), 'x'), "末尾没有压缩包目录"},
		{"a comment", append(with(int64(size-2), 1, 0), 'x'), "末尾没有压缩包目录"},
		{"the checksum after the data", with(e.content+e.stored+4, 1, 2, 3, 4), e.name + "：压缩包中第"},
		{"both checksums", with2(with(e.content+e.stored+4, 1, 2, 3, 4), listed+16, 1, 2, 3, 4), e.name + "：内容与校验码不符"},
		{"the size in the list", with(listed+24, 1, 0, 0, 0), e.name},
		{"a size for zip64", with(listed+24, 0xff, 0xff, 0xff, 0xff), "64 位"},
		{"a list for zip64", with(int64(size-6), 0xff, 0xff, 0xff, 0xff), "64 位"},
		{"another name before the data", with(e.offset+localLength, 'X'), "文件头与目录不符"},
		{"an offset elsewhere", with(listed+42, 9, 9), "位置不对"},
		{"a number of files", with(int64(size-12), 1, 0), "末尾的目录说明"},
		{"encrypted", with(listed+8, 0x09), "不是系统写出的样子"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := told(tt.text); !strings.Contains(got, tt.want) {
				t.Errorf("found %q, want %q", got, tt.want)
			}
		})
	}
}

func with2(text []byte, at int64, with ...byte) []byte { copy(text[at:], with); return text }
