package access

import (
	"strings"
	"testing"
)

func TestBrokenFilesAreRefusedAtStart(t *testing.T) {
	tests := []struct {
		name                            string
		model, policy, roles, conflicts string // "" takes the real file; "+x" appends x to it
		want                            string
	}{
		{name: "a model without a matcher", model: "[request_definition]\nr = role\n", want: "model.conf"},
		{name: "a matcher that calls an unknown function", model: strings.Replace(modelText, "covers(r.grant", "reaches(r.grant", 1), want: "model.conf"},
		{name: "a policy line for an unknown role", policy: "+p, county_king, application, read, below\n", want: "unknown role"},
		{name: "a policy line with an unknown reach", policy: "+p, expert, application, read, everywhere\n", want: "unknown reach"},
		{name: "a policy line without a reach", policy: "+p, expert, application, read\n", want: "not a policy line"},
		{name: "a policy line said twice", policy: "+p, public, notice, read, all\n", want: "said twice"},
		{name: "a role that inherits from a role", policy: "+g, county_signer, county_filer\n", want: "cannot inherit"},
		{name: "a role that inherits from an unknown group", policy: "+g, expert, @nobody\n", want: "cannot inherit"},
		{name: "an empty policy", policy: "# nothing\n", want: "no lines"},
		{name: "a role listed twice", roles: "+expert,专家,expert,city\n", want: "listed twice"},
		{name: "a role on an unknown level", roles: "+clerk,办事员,county,town\n", want: "unknown level"},
		{name: "a role without a title", roles: "+clerk,,county,county\n", want: "not a role"},
		{name: "a role named like a group", roles: "+@all,全部,county,county\n", want: "not a role"},
		{name: "a conflict of an unknown role", conflicts: "+county_king,expert,因为\n", want: "forbids nothing"},
		{name: "a conflict of a role with itself", conflicts: "+expert,expert,因为\n", want: "forbids nothing"},
		{name: "a conflict without a reason", conflicts: "+prov_admin,prov_finance,\n", want: "no reason"},
		{name: "a table with ragged lines", conflicts: "+expert,auditor\n", want: "fields"},
	}
	pick := func(text, real string) string {
		if text == "" {
			return real
		}
		if more, ok := strings.CutPrefix(text, "+"); ok {
			return real + more
		}
		return text
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := compile(pick(tt.model, modelText), pick(tt.policy, policyText), pick(tt.roles, rolesText), pick(tt.conflicts, conflictsText))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want an error with %q", err, tt.want)
			}
		})
	}
}

func TestCoversIsNeverCalledWithAnythingButTwoCodes(t *testing.T) {
	for _, args := range [][]any{{}, {"370000"}, {"370000", 370600}, {1, "370600"}, {"370000", "370600", "370686"}} {
		if _, err := coversCall(args...); err == nil {
			t.Errorf("%v was accepted", args)
		}
	}
}

func TestTheModelLooksAtRegionsOnlyThroughCovers(t *testing.T) {
	_, matcher, found := strings.Cut(modelText, "m = ")
	if !found {
		t.Fatal("no matcher")
	}
	for _, call := range []string{"covers(r.grant, r.region)", "covers(r.region, r.grant)"} {
		matcher = strings.ReplaceAll(matcher, call, "")
	}
	if strings.Contains(matcher, "r.grant") || strings.Contains(matcher, "r.region") {
		t.Errorf("the compiled table would not be exact: %s", matcher)
	}
}

func TestKnowsOnlyWhatThePolicyNames(t *testing.T) {
	d := door(t)
	for _, o := range []operation{
		{object: Application, action: Read}, {object: Application, action: Create}, {object: Application, action: Update},
		{object: Application, action: Delete}, {object: Application, action: Check}, {object: Application, action: Export},
		{object: Attachment, action: Upload}, {object: Waiver, action: Grant}, {object: Confirmation, action: Confirm},
		{object: Batch, action: Publish}, {object: Batch, action: Open}, {object: Batch, action: CloseCollection},
		{object: Batch, action: PackSupersede}, {object: Region, action: Read}, {object: Shortlist, action: Read},
		{object: Todo, action: Read}, {object: Account, action: Create}, {object: GrantObject, action: Delete},
		{object: Audit, action: Verify}, {object: Notice, action: Read}, {object: Session, action: Read},
	} {
		if !d.Knows(o.object, o.action) {
			t.Errorf("%s %s is not in the policy", o.object, o.action)
		}
	}
	for _, o := range []operation{{object: Application, action: "reads"}, {object: "applications", action: Read}, {object: Audit, action: Delete}, {}} {
		if d.Knows(o.object, o.action) {
			t.Errorf("%s %s is not a thing anyone may do", o.object, o.action)
		}
	}
}

func TestWhatNobodyMayDo(t *testing.T) {
	d := door(t)
	tests := []struct{ name, role, object, action string }{
		{"the filer does not submit", "county_filer", Application, "submit"},
		{"the signer does not edit", "county_signer", Application, Update},
		{"a department does not edit", "county_department", Application, Update},
		{"the city does not edit", "city_reviewer", Application, Update},
		{"the city's finance does not return", "city_finance", Application, "return"},
		{"the province's finance does not waive", "prov_finance", Waiver, Grant},
		{"the auditor writes nothing", "auditor", Application, Update},
		{"the inspector does not read the audit streams", "inspector", Audit, Read},
		{"the system administrator grants nothing", "sysadmin", GrantObject, Create},
		{"the security administrator makes no accounts", "secadmin", Account, Create},
		{"the audit administrator makes no accounts", "auditadmin", Account, Create},
		{"no administrator reads applications", "sysadmin", Application, Read},
		{"no person runs the timed steps", "prov_admin", Application, "overdue"},
		{"the program submits nothing", "system", Application, "submit"},
		{"a group is not a role", "@desk", Application, Read},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d.May(tt.role, "370000", "370000", tt.object, tt.action) {
				t.Errorf("%s may %s %s", tt.role, tt.action, tt.object)
			}
		})
	}
}
