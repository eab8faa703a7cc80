package api

import (
	"context"
	"net/http"
	"strconv"

	"xianjie/internal/fault"
	"xianjie/internal/report"
	"xianjie/workflow"
)

func (s *Server) scoreSheetRoutes() {
	path := "/reviews/{reviewId}/sheet.xlsx"
	register(s, operation{id: "getScoreSheet", method: http.MethodGet, path: path, summary: "下载评分表(Excel)", tag: tagReview,
		object: objectReview, action: "read", answers: fileAnswer(mediaBook, "评分表,可离线填写后传回")}, s.getScoreSheet)
	register(s, operation{id: "putScoreSheet", method: http.MethodPost, path: path, summary: "传回评分表(Excel)", tag: tagReview,
		object: objectReview, action: "save", intake: stream,
		says: "正文即文件,或 multipart/form-data 的 file 一栏。与保存评分(草稿)相同;文件中的版本须与 If-Match 一致。"}, s.putScoreSheet)
	s.api.OpenAPI().Paths[path].Post.RequestBody = bookForm("下载后填写的评分表")
}

func (s *Server) getScoreSheet(ctx context.Context, in *struct{ OfReview }) (*streamed, error) {
	task, err := s.task(ctx, in.ReviewID)
	switch {
	case err != nil:
		return nil, err
	case !task.Shown:
		return nil, notSeen()
	case task.Review.State == workflow.ReviewAssigned:
		return nil, fault.New(fault.Refused, "请先声明与该申报有无须回避的情形,再下载评分表")
	}
	body, err := report.SheetBook(task.Rubric, report.Task{Review: task.Review.ID, Version: task.Review.Version, Stage: stageLabels[task.Review.Stage],
		No: task.Application.No, County: task.Application.CountyName, Title: task.Application.Title, Expert: task.Review.ExpertCode}, task.Review.Sheet)
	if err != nil {
		return nil, err
	}
	name := task.Application.No + stageLabels[task.Review.Stage] + "评分表"
	return s.exported(ctx, workflow.ReviewStream(task.Review.ID), saveAs(name+".xlsx", mediaBook, taskTag(task), body), name)
}

type scoreSheetPut struct {
	OfReview
	Matching
	Keyed
	Wire
}

func (s *Server) putScoreSheet(ctx context.Context, in *scoreSheetPut) (*answer[ReviewRow], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	task, err := s.task(ctx, in.ReviewID)
	if err != nil {
		return nil, err
	}
	data, err := book(in.request, report.MostBytes, "评分表")
	if err != nil {
		return nil, err
	}
	filled, err := report.ReadSheet(data, task.Rubric)
	if err != nil {
		return nil, err
	}
	switch {
	case filled.Review != task.Review.ID:
		return nil, fault.At("这是另一份评审任务的评分表,请核对后再传", []fault.Place{{Location: "/file", Message: "请在本任务中重新下载评分表"}})
	case filled.Version != version:
		return nil, fault.New(fault.Stale, "评分表是第 %d 版下载的,现在要改的是第 %d 版,请重新下载后填写", filled.Version, version)
	}
	if err := s.ownOnce(ctx, in.IdempotencyKey, in.request.URL.Path, strconv.FormatInt(version, 10), data); err != nil {
		return nil, err
	}
	done, err := s.acted(ctx, workflow.OnReview{Review: in.ReviewID, Version: version, Sheet: &filled.Sheet}, s.deps.Workflow.SaveSheet)
	if err != nil {
		s.release(ctx, http.StatusConflict)
	}
	return done, err
}
