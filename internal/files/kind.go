package files

import (
	"path"
	"slices"
	"strings"

	"xianjie/internal/fault"
)

// Type is one kind of file that the store can tell by its content and that a policy pack may allow.
type Type struct {
	Name       string   // short name a pack may use: "pdf"
	Media      string   // "application/pdf"
	Title      string   // shown to people: "PDF 文档"
	Extensions []string // lower case, with dot; the first is the usual one
}

// Types lists every type a pack may allow. Old Office formats, archives, web pages and anything executable are not among them.
func Types() []Type {
	return []Type{
		{"pdf", "application/pdf", "PDF 文档", []string{".pdf"}},
		{"ofd", "application/ofd", "OFD 版式文档", []string{".ofd"}},
		{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word 文档（docx）", []string{".docx"}},
		{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel 表格（xlsx）", []string{".xlsx"}},
		{"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "演示文稿（pptx）", []string{".pptx"}},
		{"jpg", "image/jpeg", "JPG 图片", []string{".jpg", ".jpeg"}},
		{"png", "image/png", "PNG 图片", []string{".png"}},
		{"mp4", "video/mp4", "MP4 视频", []string{".mp4", ".m4v"}},
	}
}

// CheckKind refuses, as Unsupported, a file whose content is not of an allowed type or whose name claims another type than the
// content has. allowed holds short names or media types of Types; anything else in it allows nothing. A name that is nothing
// after cleaning is Invalid.
func (s *Staged) CheckKind(allowed []string, fileName string) error {
	name, err := CleanName(fileName)
	if err != nil {
		return err
	}
	var content Type
	var takes []string // titles of the allowed types
	for _, t := range Types() {
		taken := slices.Contains(allowed, t.Name) || slices.Contains(allowed, t.Media)
		if taken {
			takes = append(takes, t.Title)
		}
		if taken && t.Media == s.MediaType {
			content = t
		}
	}
	if content.Name == "" {
		return fault.New(fault.Unsupported, "“%s”的内容是%s，这类附件只收%s，请另存为其中一种再上传", name, describe(s.MediaType), accepted(takes))
	}
	if extension := strings.ToLower(path.Ext(name)); !slices.Contains(content.Extensions, extension) {
		return fault.New(fault.Unsupported, "“%s”的内容是%s，扩展名应为 %s，请改正文件名后再上传", name, content.Title, strings.Join(content.Extensions, " 或 "))
	}
	return nil
}

func accepted(titles []string) string {
	if len(titles) == 0 {
		return "（批次未设定任何格式，请联系省级管理员）"
	}
	return strings.Join(titles, "、")
}

// describe names a content for people; the media type itself where it has no common name.
func describe(media string) string {
	for _, t := range Types() {
		if t.Media == media {
			return t.Title
		}
	}
	switch media {
	case mediaUnknown:
		return "无法识别的格式"
	case "text/html", "application/xhtml+xml":
		return "网页"
	case "text/plain":
		return "纯文本"
	case "image/svg+xml":
		return "SVG 矢量图"
	case "application/zip":
		return "压缩包"
	case mediaMacro:
		return "带宏的 Office 文件"
	case mediaActive:
		return "夹带网页代码的 PDF"
	case "application/x-ole-storage", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint":
		return "旧版 Office 文件"
	case "application/vnd.microsoft.portable-executable":
		return "程序文件"
	default:
		return "无法识别的格式（" + media + "）"
	}
}
