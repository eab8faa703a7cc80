package workflow_test

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/identity"
	"xianjie/internal/proposal"
	"xianjie/internal/review"
	"xianjie/internal/store"
	"xianjie/workflow"
)

// reach puts an application straight into a state, for scenarios that begin there: "reach A01 DEFENCE".
func (st *stage) reach(ctx context.Context, app workflow.Application, to workflow.State) (string, error) {
	now, err := st.store.Clock(ctx)
	if err != nil {
		return "", err
	}
	draft, err := st.service.Get(ctx, actor("county_filer@"+app.CountyCode), app.ID)
	if err != nil {
		return "", err
	}
	err = st.store.InTx(ctx, func(tx workflow.Tx) error {
		if app.SnapshotNo == 0 {
			app.SnapshotNo, app.SubmittedAt = 1, &now
			digest := proposal.Digest(draft.Document)
			if err := tx.InsertSnapshot(workflow.Snapshot{ApplicationID: app.ID, No: 1, Action: workflow.Submit, Digest: digest, CoreDigest: digest,
				Body: draft.Document, PackVersion: 1, TakenAt: now, TakenBy: "test"}); err != nil {
				return err
			}
		}
		app.State, app.StateSince, app.UpdatedAt = to, now, now
		app.Round++
		return tx.SaveApplication(&app)
	})
	return string(app.State), err
}

// reviewing puts the newest batch into REVIEWING, whatever its deadline.
func (st *stage) reviewing(ctx context.Context) (string, error) {
	batches, err := st.store.Batches(ctx)
	if err != nil {
		return "", err
	}
	b := batches[0]
	err = st.store.InTx(ctx, func(tx workflow.Tx) error {
		b.State = workflow.BatchReviewing
		return tx.SaveBatch(&b)
	})
	return string(b.State), err
}

// hire makes an account that holds a role, as itself: "hire east".
func (st *stage) hire(ctx context.Context, account string, role workflow.Role) (string, error) {
	people := st.store.(*store.Store).Identity()
	at := time.Date(2022, 11, 1, 0, 0, 0, 0, time.UTC)
	err := people.InTx(ctx, func(tx identity.Tx) error {
		if err := tx.CreateAccount(identity.Account{ID: account, Login: account, Name: account + "组", Unit: account, PasswordHash: identity.NewSecret("x"),
			Version: 1, CreatedBy: identity.Console, CreatedAt: at, UpdatedAt: at}); err != nil {
			return err
		}
		return tx.AddGrant(account, identity.Grant{ID: "grant-" + account, Role: string(role), Region: "370000", GrantedBy: identity.Console, GrantedAt: at})
	})
	return "holds " + string(role), err
}

// reviewStage plays the verbs of defence and site check; known is false for any other.
func (st *stage) reviewStage(ctx context.Context, who workflow.Actor, verb string, names []string, args map[string]string) (text string, known bool, err error) {
	switch verb {
	case "reviewing":
		text, err = st.reviewing(ctx)
	case "hire":
		text, err = st.hire(ctx, names[0], workflow.SiteInspector)
	case "order":
		text, err = st.drawOrder(ctx, who, args)
	case "defences":
		text, err = st.defences(ctx, who)
	case "checks":
		text, err = st.checks(ctx, who)
	default:
		return st.siteStage(ctx, who, verb, names, args)
	}
	return text, true, err
}

func (st *stage) siteStage(ctx context.Context, who workflow.Actor, verb string, names []string, args map[string]string) (text string, known bool, err error) {
	if !slices.Contains(strings.Fields("reach hear assign fill hand-in reopen-site photo drop-photo sheet photos"), verb) {
		return "", false, nil
	}
	app, err := st.store.Application(ctx, st.apps[names[0]])
	if err != nil {
		return "", true, err
	}
	switch verb {
	case "reach":
		text, err = st.reach(ctx, app, workflow.State(names[1]))
	case "hear":
		text, err = st.hear(ctx, who, app, args)
	case "sheet":
		var v workflow.SiteView
		v, err = st.service.SiteCheck(ctx, who, app.ID)
		text = siteText(v)
	case "photos":
		var all []workflow.SitePhoto
		all, err = st.service.SitePhotos(ctx, who, app.ID)
		text = strconv.Itoa(len(all)) + " photos"
	case "photo":
		text, err = st.photo(ctx, who, app, args)
	case "drop-photo":
		var all []workflow.SitePhoto
		if all, err = st.store.SitePhotos(ctx, app.ID); err == nil {
			err = st.service.DropPhoto(ctx, who, workflow.DropPhoto{Application: app.ID, Photo: all[0].ID, Remove: func(string) error { return nil }})
		}
		text = "dropped"
	default:
		text, err = st.onSheet(ctx, who, app, verb, args)
	}
	return text, true, err
}

func (st *stage) photo(ctx context.Context, who workflow.Actor, app workflow.Application, args map[string]string) (string, error) {
	nothing := func() error { return nil }
	media := "image/jpeg"
	if args["type"] != "" {
		media = args["type"]
	}
	st.ids++
	size, _ := strconv.ParseInt("0"+args["size"], 10, 64)
	p, err := st.service.KeepPhoto(ctx, who, workflow.KeepPhoto{Application: app.ID, Item: args["item"], FileName: "现场.jpg", Size: max(size, 9), MediaType: media,
		SHA256: proposal.Digest([]byte(app.ID + strconv.Itoa(st.ids))), Place: nothing, Remove: nothing})
	return p.Item + " " + p.FileName, err
}

// version is the sheet's, or what args say was seen.
func (st *stage) sheetVersion(ctx context.Context, app workflow.Application, args map[string]string) int64 {
	if v, err := strconv.ParseInt(args["version"], 10, 64); err == nil {
		return v
	}
	sheet, err := st.store.ReadSiteCheck(ctx, app.ID)
	if err != nil && fault.CodeOf(err) != fault.NotFound {
		st.t.Fatal(err)
	}
	return sheet.Version
}

func (st *stage) onSheet(ctx context.Context, who workflow.Actor, app workflow.Application, verb string, args map[string]string) (string, error) {
	seen := st.sheetVersion(ctx, app, args)
	var v workflow.SiteView
	var err error
	switch verb {
	case "assign":
		v, err = st.service.AssignInspectors(ctx, who, workflow.AssignInspectors{Application: app.ID, Version: seen, Inspectors: strings.FieldsFunc(args["to"], func(r rune) bool { return r == ',' })})
	case "hand-in":
		v, err = st.service.SubmitSiteSheet(ctx, who, workflow.ActOnSite{Application: app.ID, Version: seen})
	case "reopen-site":
		v, err = st.service.ReopenSiteSheet(ctx, who, workflow.ActOnSite{Application: app.ID, Version: seen, Reason: args["reason"]})
	default:
		v, err = st.fill(ctx, who, app, seen, args)
	}
	return siteText(v), err
}

// everyItem claims one figure for each item of the default setup.
const everyItem = "VILLAGES@/zone/villages/0/type:TRUE;INDUSTRY_BASE@/zone/industries/0/annualOutputWan:TRUE;LAND@/zone/areaKm2:TRUE;" +
	"INTEGRATED_FUNDS@/fundPlan/integrated/0/amount:TRUE;WORK_TEAM@/plan/title:TRUE;AWARENESS@/zone/villages/1/households:TRUE"

// fill reads "ITEM@/place:FINDING:note;…"; "every" stands for everyItem.
func (st *stage) fill(ctx context.Context, who workflow.Actor, app workflow.Application, seen int64, args map[string]string) (workflow.SiteView, error) {
	in := workflow.SaveSiteSheet{Application: app.ID, Version: seen, Verdict: review.SiteVerdict(args["verdict"]), Comment: args["comment"]}
	for part := range strings.SplitSeq(strings.ReplaceAll(args["items"], "every", everyItem), ";") {
		if part == "" {
			continue
		}
		where, what, _ := strings.Cut(part, ":")
		item, place, _ := strings.Cut(where, "@")
		found, note, _ := strings.Cut(what, ":")
		in.Items = append(in.Items, workflow.SiteFinding{Item: item, Place: place, Finding: found, Note: note, Claimed: "打字填的"})
	}
	if args["on"] != "" {
		day, err := proposal.ParseDate(args["on"])
		if err != nil {
			return workflow.SiteView{}, err
		}
		in.CheckedOn = &day
	}
	if args["deduct"] != "" {
		p, err := review.ParsePoints(args["deduct"])
		if err != nil {
			return workflow.SiteView{}, err
		}
		in.Deduction = p
	}
	return st.service.SaveSiteSheet(ctx, who, in)
}

func siteText(v workflow.SiteView) string {
	text := "version " + strconv.FormatInt(v.Sheet.Version, 10) + " by [" + strings.Join(v.Sheet.Names, " ") + "] " + strconv.Itoa(v.Done) + "/" + strconv.Itoa(v.Of)
	if v.Sheet.SubmittedAt != nil {
		text += " handed in"
	}
	if v.Depth != workflow.Whole {
		return text + ", no more to see"
	}
	n := v.Sheet.Findings()
	text += " " + string(v.Sheet.Verdict) + " −" + v.Sheet.Deduction.String() + " 属实 " + strconv.Itoa(n.True) + " 不符 " + strconv.Itoa(n.False) + " 无法核实 " + strconv.Itoa(n.Unverified)
	for _, f := range v.Sheet.Items {
		if f.Finding != "" && f.Finding != workflow.FindingTrue || v.Sheet.Version < 3 && f.Claimed != "" {
			text += "; " + f.Item + "“" + f.Claimed + "”" + f.Finding + " " + f.Note
		}
	}
	return text
}
