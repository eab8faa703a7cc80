// Package paper writes official papers (公文): one model of a paper, set as Word and as PDF in the measures of GB/T 9704-2012, and the papers
// themselves, from the 申报书 to the 批复. It reads no database and knows no person; the typefaces of PDF lie in a folder beside the program.
package paper
