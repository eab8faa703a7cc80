package proposal

// The words a field of a project may hold, in the order people are shown them.

// ContentCategories are the 六大内容.
func ContentCategories() []ContentCategory { return contentCategoryWords.values() }

// LibraryTypes are the 项目库一级类型.
func LibraryTypes() []LibraryType { return libraryTypeWords.values() }

// Natures are the 建设性质.
func Natures() []Nature { return natureWords.values() }

// ImplementationModes are the 实施方式.
func ImplementationModes() []ImplementationMode { return implementationModeWords.values() }

// FundUses are the 资金使用方式.
func FundUses() []FundUse { return fundUseWords.values() }

// LinkageModes are the 利益联结方式.
func LinkageModes() []LinkageMode { return linkageModeWords.values() }

// AssetTypes are the 预计形成资产.
func AssetTypes() []AssetType { return assetTypeWords.values() }

// TargetKinds are the 绩效指标类别.
func TargetKinds() []TargetKind { return targetKindWords.values() }

func (w words[K]) values() []K {
	out := make([]K, len(w))
	for i := range w {
		out[i] = w[i].value
	}
	return out
}
