package report
import ("testing";"os";"strings";"context";"fmt")
func TestZZ(t *testing.T){
 p:=Paper{Head:&Head{Agencies:[]string{"山东省乡村振兴局","山东省财政厅"},Suffix:"文件"},Mark:"草拟件",Number:"鲁乡振字〔2023〕1号",Title:"关于同意栖霞市果韵云溪衔接乡村振兴集中推进区立项的批复",To:"烟台市乡村振兴局、烟台市财政局",
 Body:[]Block{Text("你们报来的《关于推荐栖霞市果韵云溪衔接乡村振兴集中推进区的函》收悉。经研究，现批复如下。"),Heading{1,"一、基本情况"},Text(strings.Repeat("推进区涉及2个乡镇、10个行政村，户籍人口“12345”人，𠮷村、䶮村、㳇村。",8)),Heading{2,"（一）村庄情况"},
 Table{Caption:"表1　推进区行政村情况",Unit:"单位：万元",Total:true,Columns:[]Column{{"序号",1,Centre},{"乡镇",2,Left},{"行政村",3,Left},{"金额",2,Right}},Rows:func() (r [][]string){for i:=0;i<40;i++{r=append(r,[]string{fmt.Sprint(i+1),"观里镇","东院头村𐀀\x01",fmt.Sprint(i*100)})};return append(r,[]string{"","合计","","12.345"})}()},
 Table{Caption:"表2　项目",Wide:true,Columns:[]Column{{"序号",1,Centre},{"乡镇",2,Left},{"行政村",3,Left},{"金额",2,Right}},Rows:[][]string{{"1",strings.Repeat("很长的内容，",1000),"a","1"}}},
 Table{Caption:"表3",Columns:[]Column{{"序号",1,Centre},{"乡镇",2,Left}}},
 Text("特此批复。")},
 Annexes:[]string{"推进区项目表","资金筹措表"+strings.Repeat("很长",20)},Signers:[]string{"山东省乡村振兴局","山东省财政厅"},Date:"2023年3月1日",CopyTo:"栖霞市人民政府",Issuer:"山东省乡村振兴局办公室",Issued:"2023年3月2日"}
 b,err:=WordPaper(p); if err!=nil{t.Fatal(err)}
 os.WriteFile("/tmp/zz/a.docx",b,0o644)
 b,lost,err:=NewPress("../../fonts",1).Print(context.Background(),p); if err!=nil{t.Fatal(err)}
 fmt.Println(lost)
 os.WriteFile("/tmp/zz/b.pdf",b,0o644)
}
