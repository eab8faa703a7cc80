# 衔接的镜像：第一段用 Go 编译，第二段只放程序、根证书和数据目录，不含命令行，以普通用户运行。
# 网络不通默认模块源时：docker compose build --build-arg GOPROXY=…

# 网页：编译后嵌进程序。
FROM node:22-bookworm AS web
WORKDIR /src
COPY frontend frontend
COPY api/openapi.json api/openapi.json
COPY scripts/web.sh scripts/node.sh scripts/
RUN scripts/web.sh build

FROM golang:1.26 AS build
ARG VERSION=dev
ARG GOPROXY
ENV CGO_ENABLED=0 GOTOOLCHAIN=local GOPROXY=${GOPROXY}
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
COPY --from=web /src/frontend/dist frontend/dist
RUN go build -buildvcs=false -trimpath -ldflags "-s -w -X main.version=${VERSION}" -o /out/xianjie ./cmd/xianjie \
 && mkdir -p /out/data /out/tmp

# 打印字体：只为输出 PDF，不编进程序。
FROM node:22-bookworm AS fonts
WORKDIR /src
COPY scripts/fonts.sh scripts/fonts.sh
RUN scripts/fonts.sh /out/fonts

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build --chown=65532:65532 /out/tmp /tmp
COPY --from=build --chown=65532:65532 /out/data /data
COPY --from=build /out/xianjie /xianjie
COPY --from=fonts /out/fonts /fonts
USER 65532:65532
WORKDIR /
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["/xianjie"]
CMD ["serve"]
