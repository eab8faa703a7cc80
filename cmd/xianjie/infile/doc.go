// Package infile reads the files that offline commands are given, as people really hand them over: folders, wrong encodings, byte
// order marks, patterns the shell left alone; and tells with file, line, place and remedy what could not be read.
package infile
