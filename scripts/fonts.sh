#!/usr/bin/env bash
# Puts the typefaces of printed papers (PDF) into fonts/: scripts/fonts.sh [FOLDER]. Does nothing where they already lie there whole; each
# file is known by its SHA-256. All four are free to use and pass on; their licences are laid beside them.
#   NotoSerifSC-Regular, NotoSerifSC-Bold   body and titles        OFL-1.1      npm
#   LXGWWenKai-Regular                      楷体, rare characters   OFL-1.1      Debian
#   DroidSansFallbackFull                   黑体                    Apache-2.0   Debian
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-fonts}
serif=@expo-google-fonts/noto-serif-sc@0.4.3

# sums: file, SHA-256, where it comes from, its path there
sums=(
  "NotoSerifSC-Regular.ttf c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742 $serif package/400Regular/NotoSerifSC_400Regular.ttf"
  "NotoSerifSC-Bold.ttf 9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6 $serif package/700Bold/NotoSerifSC_700Bold.ttf"
  "NotoSerifSC.LICENSE.txt 5e0da210fb04058a8c0087985d2d456b931c2579811a49655721d3cf0c36b6d6 $serif package/LICENSE_FONT"
  "LXGWWenKai-Regular.ttf bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8 fonts-lxgw-wenkai usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
  "LXGWWenKai.LICENSE.txt 897241f829ddde020676de9cc6506533d755f5e6b516538dfd5f6ed59cbf3ff8 fonts-lxgw-wenkai usr/share/doc/fonts-lxgw-wenkai/copyright"
  "DroidSansFallbackFull.ttf acb6440a713d880a13a21b468ba7cd43f5a2b2934972e51be791c880730777b8 fonts-droid-fallback usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"
  "DroidSansFallback.LICENSE.txt f44dda1cd553ac22e7020b016dcce8a521b56de0995dc63c9eff746d9121f64f fonts-droid-fallback usr/share/doc/fonts-droid-fallback/copyright"
)

whole() { [[ -f $1 && $(sha256sum "$1" | cut -d ' ' -f 1) == "$2" ]]; }

wanting=()
for line in "${sums[@]}"; do
  read -r file sum from path <<<"$line"
  whole "$folder/$file" "$sum" || wanting+=("$line")
done
if [[ ${#wanting[@]} -eq 0 ]]; then
  echo "打印字体齐全：$folder"
  exit 0
fi

mkdir -p "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# fetch unpacks one package into $work/NAME, once.
fetch() {
  local from=$1 into
  into=$work/${from//\//_}
  [[ -d $into ]] && return
  mkdir "$into"
  case $from in
  @*)
    command -v npm >/dev/null || scripts/apt.sh npm >&2 || { echo "取字体要用 npm，没有找到。请安装 Node.js，或把所需文件放进 $folder/ 后再运行。" >&2; return 1; }
    (cd "$into" && npm pack --silent "$from" >/dev/null && tar -xzf ./*.tgz)
    ;;
  *)
    command -v dpkg-deb >/dev/null || { echo "取字体要用 dpkg-deb，没有找到。请把所需文件放进 $folder/ 后再运行。" >&2; return 1; }
    (
      cd "$into"
      chmod 755 "$work" .
      apt-get download -qq "$from" 2>/dev/null || { apt-get update -qq && apt-get download -qq "$from"; }
      dpkg-deb -x ./*.deb .
    )
    ;;
  esac
}

for line in "${wanting[@]}"; do
  read -r file sum from path <<<"$line"
  fetch "$from" || { echo "没有取到打印字体 $file（$from）。缺字体时不能输出 PDF，Word 不受影响。" >&2; exit 1; }
  got=$work/${from//\//_}/$path
  if ! whole "$got" "$sum"; then
    echo "$from 里的 $file 与登记的校验值不符，没有采用。" >&2
    exit 1
  fi
  install -m 644 "$got" "$folder/$file.part"
  mv "$folder/$file.part" "$folder/$file"
done
echo "打印字体已放入 $folder"
