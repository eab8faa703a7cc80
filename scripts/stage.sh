# shellcheck shell=bash
# Sourced. Runs the parts of a check one after another and tells of each in one line: number, title, verdict, seconds.
#   stage TITLE COMMAND…   quiet; the command's whole output is shown only when it fails
#   show TITLE COMMAND…    the output is shown as it comes
#   need TITLE COMMAND…    as stage, but nothing after it makes sense when it fails
#   finish                 the closing line; status 1 when any stage failed

stage_number=0
stage_failed=()
stage_log=$(mktemp)
trap 'rm -f "$stage_log"' EXIT

stage() {
  local title=$1 began=$SECONDS
  shift
  stage_number=$((stage_number + 1))
  if "$@" >"$stage_log" 2>&1 </dev/null; then
    printf '[%02d] %s：通过，%d 秒\n' "$stage_number" "$title" $((SECONDS - began))
    return
  fi
  printf '[%02d] %s：未通过，%d 秒。全部输出如下\n' "$stage_number" "$title" $((SECONDS - began))
  sed 's/^/  | /' "$stage_log"
  stage_failed+=("$title")
}

show() {
  local title=$1 began=$SECONDS verdict=通过
  shift
  stage_number=$((stage_number + 1))
  printf '[%02d] %s：开始\n' "$stage_number" "$title"
  "$@" 2>&1 </dev/null || {
    verdict=未通过
    stage_failed+=("$title")
  }
  printf '[%02d] %s：%s，%d 秒\n' "$stage_number" "$title" "$verdict" $((SECONDS - began))
}

need() {
  local before=${#stage_failed[@]}
  stage "$@"
  [[ ${#stage_failed[@]} -eq $before ]] || finish
}

finish() {
  if [[ ${#stage_failed[@]} -eq 0 ]]; then
    printf '全部通过，共 %d 秒\n' "$SECONDS"
    exit 0
  fi
  local list
  list=$(printf '、%s' "${stage_failed[@]}")
  printf '未通过：%s；共 %d 秒\n' "${list#、}" "$SECONDS"
  exit 1
}
