package workflow

// Role is a post in the programme (domain 3.2). What a role may do is the Casbin policy file; when it may do it is the
// transition table; what it may see is Sight.
type Role string

// The roles. A grant ties one to a region code: province 370000, city 3706xx, county 370686.
const (
	CountyFiler      Role = "county_filer"      // 县级填报员
	CountySigner     Role = "county_signer"     // 县政府签报人
	CountyDepartment Role = "county_department" // 县部门
	CountyFinance    Role = "county_finance"    // 县财政
	CityReviewer     Role = "city_reviewer"     // 市振兴局审核员
	CityFinance      Role = "city_finance"      // 市财政审核员
	CitySigner       Role = "city_signer"       // 市推荐签发人
	ProvAdmin        Role = "prov_admin"        // 省级管理员(振兴)
	ProvFinance      Role = "prov_finance"      // 省财政
	ReviewSecretary  Role = "review_secretary"  // 评审组织员
	Expert           Role = "expert"            // 专家
	SiteInspector    Role = "site_inspector"    // 核查组
	Inspector        Role = "inspector"         // 督查员
	Auditor          Role = "auditor"           // 审计纪检
	Public           Role = "public"            // 公众
	SysAdmin         Role = "sysadmin"          // 系统管理员: accounts
	SecAdmin         Role = "secadmin"          // 安全保密管理员: grants
	AuditAdmin       Role = "auditadmin"        // 安全审计管理员: audit streams
	System           Role = "system"            // the program's own timed steps; never granted to an account
)

// Grant is one role held in one region.
type Grant struct {
	Role   Role
	Region string // 6-digit division code
}

// Actor is the person (or the program itself) behind a request, with grants read fresh for this request.
type Actor struct {
	AccountID string
	Name      string // unit and post, never a natural person's name
	Unit      string
	Grants    []Grant
	Address   string // client address, for the audit stream
}

// Has reports whether the actor holds the role anywhere.
func (a Actor) Has(role Role) bool {
	for _, g := range a.Grants {
		if g.Role == role {
			return true
		}
	}
	return false
}

// Roles lists every role, the machine's own included.
func Roles() []Role {
	return []Role{CountyFiler, CountySigner, CountyDepartment, CountyFinance, CityReviewer, CityFinance, CitySigner, ProvAdmin, ProvFinance,
		ReviewSecretary, Expert, SiteInspector, Inspector, Auditor, Public, SysAdmin, SecAdmin, AuditAdmin, System}
}
